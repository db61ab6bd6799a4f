package fr.parchemin.results.capital;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision on equivalence. */
@Schema(name = "EquivalenceRequest")
record EquivalenceRequest(
        @NotNull UUID candidateId,
        @NotBlank @Schema(examples = "RNCP37722") String certificationNumber,

        @Schema(description = "Codes of the blocks granted; none for the whole title.") @Size(max = 100) @Nullable
        List<String> blocks,

        @NotBlank @Size(max = 200) @Schema(description = "Reference of the decision.", examples = "DREETS-2026-118")
        String reference,

        @NotBlank @Size(max = 4000) String reason,
        @NotNull LocalDate decidedOn) {

    @Override
    public List<String> blocks() {
        return blocks == null ? List.of() : blocks;
    }
}
