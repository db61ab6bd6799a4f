package fr.parchemin.results.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record in a list: where it is on its way, and nothing of what it decides (R111). */
@Schema(name = "RecordLine", description = "A record in a list, without anything that it decides.")
public record RecordLineView(
        UUID id,
        UUID sessionId,
        @Schema(examples = "RNCP37722") String certificationNumber,
        @Schema(examples = "98222438800016") String centreSiret,
        String centreName,
        SessionRecord.State state,
        int version,
        @Schema(description = "Enrolments of its session.") long candidates,
        LocalDate sessionEndsOn,

        @Schema(description = "When the last member of the jury signed.") @Nullable
        Instant signedAt,

        @Nullable Instant submittedAt,
        @Nullable Instant validatedAt,
        @Nullable @Schema(examples = "2026-000001") String orderNumber) {}
