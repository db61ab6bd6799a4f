package fr.parchemin.session.transition;

import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An opening to record. */
@Schema(
        name = "OpeningRequest",
        examples =
                "{\"presentJurorIds\": [\"019ac0de-0000-7000-8000-000000000004\", \"019ac0de-0000-7000-8000-000000000005\"], \"seals\": {\"checkedBy\": \"Fictif Responsable\", \"candidateWitness\": \"Fictif Alpha\"}}")
record OpeningRequest(
        @NotNull @Size(max = 20) @Schema(description = "Members of the jury who are present (R49).")
        List<@NotNull UUID> presentJurorIds,

        @NotNull @Valid Seals seals) {

    /** Who checked that the seals of the kit are whole. */
    @Schema(name = "Seals", description = "Who checked that the seals of the kit are whole (R69).")
    record Seals(
            @Nullable @Size(max = 120) @Schema(description = "The responsable de session.")
            String checkedBy,

            @Nullable @Size(max = 120) @Schema(description = "A candidate.")
            String candidateWitness) {

        Seals {
            checkedBy = Identifiers.labelOrNull(checkedBy);
            candidateWitness = Identifiers.labelOrNull(candidateWitness);
        }
    }
}
