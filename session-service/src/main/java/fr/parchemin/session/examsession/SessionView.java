package fr.parchemin.session.examsession;

import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.session.centre.Place;
import fr.parchemin.session.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as callers see it. */
@Schema(name = "Session", description = "An organised examination of one certification or block, at one site.")
public record SessionView(
        UUID id,
        int version,
        SessionType type,
        @Schema(examples = "RNCP37722") String certificationNumber,
        @Nullable @Schema(examples = "RNCP37722BC02") String blockCode,

        @Nullable @Schema(description = "Version of the assessment plan, from the declaration on.")
        Integer planVersion,

        UUID centreId,
        String centreSiret,
        String centreName,
        UUID siteId,
        String siteName,
        String siteCity,

        @Schema(description = "Days of the session are days of this time zone.")
        String timeZone,

        LocalDate startsOn,
        LocalDate endsOn,

        @Schema(description = "Responsable de session, present from opening to closing.")
        String manager,

        boolean withFinalInterview,
        boolean remote,

        @Nullable @Schema(description = "How many candidates it takes (R62); null: no limit.")
        Integer places,

        SessionState state,

        @Nullable @Schema(description = "First day on which it was declared; it stays when the session is postponed.")
        LocalDate declaredOn,

        @Nullable @Schema(description = "Reference of the sealed kit (DTE).")
        String kitReference,

        @Nullable LocalDate kitReceivedOn,

        @Nullable @Schema(description = "Number in the ministry's system.")
        String ceresNumber,

        @Nullable Instant summonedAt,

        @Schema(description = "Summoned with less notice than R66 asks for.")
        boolean late,

        @Nullable String lateReason,
        @Nullable Instant openedAt,

        @Nullable @Schema(description = "End of the examination; the state then follows the record.")
        Instant closedAt,

        @Nullable @Schema(description = "Why it was cancelled or postponed.")
        String reason,

        @Schema(description = "Rules that are not kept and only warn.")
        List<Finding> warnings,

        Instant createdAt) {

    static SessionView of(ExamSession s, Place place) {
        return new SessionView(
                s.id(),
                s.version(),
                s.type(),
                s.certificationNumber(),
                s.blockCode(),
                s.planVersion(),
                s.centreId(),
                s.centreSiret(),
                place.centreName(),
                s.siteId(),
                place.siteName(),
                place.siteCity(),
                s.timeZone(),
                s.startsOn(),
                s.endsOn(),
                s.manager(),
                s.withFinalInterview(),
                s.remote(),
                s.places(),
                s.state(),
                s.declaredOn(),
                s.kitReference(),
                s.kitReceivedOn(),
                s.ceresNumber(),
                s.summonedAt(),
                s.late(),
                s.lateReason(),
                s.openedAt(),
                s.closedAt(),
                s.reason(),
                s.warnings(),
                s.createdAt());
    }

    /** Tag of this representation. */
    public String tag() {
        return EntityTags.of("session", id, version);
    }
}
