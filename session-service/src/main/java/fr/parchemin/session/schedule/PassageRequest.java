package fr.parchemin.session.schedule;

import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a passage is to be. */
@Schema(
        name = "PassageRequest",
        examples =
                "{\"startsAt\": \"2027-03-08T09:00:00Z\", \"roomId\": \"019ac0de-0000-7000-8000-000000000008\", \"jurorIds\": [\"019ac0de-0000-7000-8000-000000000004\", \"019ac0de-0000-7000-8000-000000000005\"]}")
record PassageRequest(
        @NotNull @Schema(description = "On the minute; the end follows from the event and the extra time.")
        Instant startsAt,

        @NotNull UUID roomId,
        @NotEmpty @Size(max = 20) List<@NotNull UUID> jurorIds,

        @Nullable @Schema(description = "Whether it stays there when the schedule is solved again; true when left out.")
        Boolean pinned,

        @Nullable
        @Size(min = 1, max = 500)
        @Schema(description = "Why the time changes; needed once the candidates are summoned (R67).")
        String reason) {

    PassageRequest {
        reason = Identifiers.labelOrNull(reason);
    }

    boolean stays() {
        return Objects.requireNonNullElse(pinned, true);
    }
}
