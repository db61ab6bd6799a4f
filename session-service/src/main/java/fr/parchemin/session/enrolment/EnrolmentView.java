package fr.parchemin.session.enrolment;

import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolment as callers see it. */
@Schema(name = "Enrolment", description = "The place of one candidate in one session.")
public record EnrolmentView(
        UUID id,
        int version,
        UUID sessionId,
        UUID candidateId,
        AccessRoute route,
        @Nullable String trainingProviderSiret,
        @Nullable LocalDate trainingStartedOn,
        @Nullable LocalDate trainingEndedOn,
        @Nullable LocalDate vaeAdmissibleSince,
        @Nullable Integer extraTimePercent,
        EnrolmentState state,
        @Nullable AttendanceStatus attendance,
        @Nullable Instant attendanceRecordedAt,

        @Nullable @Schema(description = "Version of the identity that records and awards print (R122).")
        Integer identityVersion,

        @Schema(description = "Rules that are not kept and only warn.")
        List<Finding> warnings,

        String createdBySiret,
        Instant createdAt) {

    static EnrolmentView of(Enrolment e) {
        Enrolment.Path path = e.path();
        return new EnrolmentView(
                e.id(),
                e.version(),
                e.sessionId(),
                e.candidateId(),
                path.route(),
                path.trainingProviderSiret(),
                path.trainingStartedOn(),
                path.trainingEndedOn(),
                path.vaeAdmissibleSince(),
                e.extraTimePercent(),
                e.state(),
                e.attendance(),
                e.attendanceRecordedAt(),
                e.identityVersion(),
                e.warnings(),
                e.createdBySiret(),
                e.createdAt());
    }

    String tag() {
        return EntityTags.of("enrolment", id, version);
    }
}
