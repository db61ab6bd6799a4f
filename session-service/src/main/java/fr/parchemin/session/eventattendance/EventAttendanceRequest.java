package fr.parchemin.session.eventattendance;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether and when a candidate passed an event. */
@Schema(
        name = "EventAttendanceRequest",
        examples =
                "{\"status\": \"PRESENT\", \"startedAt\": \"2027-03-08T09:00:00Z\", \"endedAt\": \"2027-03-08T09:30:00Z\"}")
record EventAttendanceRequest(
        @NotNull EventStatus status,

        @Nullable @Schema(description = "Passage time, or start of a collective event.")
        Instant startedAt,

        @Nullable @Schema(description = "Not before startedAt.")
        Instant endedAt) {}
