package fr.parchemin.session.eventattendance;

import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.session.rules.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The attendance of an event as callers see it. */
@Schema(name = "EventAttendance", description = "Whether and when a candidate passed one event.")
public record EventAttendanceView(
        UUID enrolmentId,
        @Schema(examples = "MSP") String eventCode,
        int version,
        EventStatus status,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Instant recordedAt,

        @Schema(description = "Rules that only warn, at the recording.")
        List<Finding> warnings) {

    static EventAttendanceView of(EventAttendance a, List<Finding> warnings) {
        return new EventAttendanceView(
                a.key().enrolmentId(),
                a.key().eventCode(),
                a.version(),
                a.status(),
                a.startedAt(),
                a.endedAt(),
                a.recordedAt(),
                warnings);
    }

    String tag() {
        return EntityTags.of("event-attendance", enrolmentId, eventCode, version);
    }
}
