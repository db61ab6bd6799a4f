package fr.parchemin.session.enrolment;

import fr.parchemin.kit.web.EntityTags;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The attendance of a candidate as callers see it. */
@Schema(name = "Attendance", description = "Whether a candidate came.")
record AttendanceView(
        UUID sessionId,
        UUID enrolmentId,
        int version,

        @Nullable @Schema(description = "Null while nothing is recorded.")
        AttendanceStatus status,

        @Nullable Instant recordedAt,
        @Nullable Integer identityVersion) {

    static AttendanceView of(Enrolment e) {
        return new AttendanceView(
                e.sessionId(), e.id(), e.version(), e.attendance(), e.attendanceRecordedAt(), e.identityVersion());
    }

    String tag() {
        return EntityTags.of("attendance", enrolmentId, version);
    }
}
