package fr.parchemin.session.incident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An incident to record. */
@Schema(
        name = "IncidentRequest",
        examples =
                "{\"type\": \"EQUIPMENT\", \"occurredAt\": \"2027-03-08T09:12:00Z\", \"eventCode\": \"MSP\", \"comments\": {\"candidate\": \"Panne de courant de dix minutes, temps rendu.\", \"internal\": \"Disjoncteur à revoir.\"}}")
record IncidentRequest(
        @NotNull IncidentType type,
        @NotNull Instant occurredAt,

        @Nullable @Schema(description = "Whom it concerns; absent when the whole session.")
        UUID enrolmentId,

        @Nullable @Size(max = 20) @Schema(description = "During which event.", examples = "MSP")
        String eventCode,

        @NotNull @Valid Comments comments) {}
