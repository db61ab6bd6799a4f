package fr.parchemin.results.capital;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of correspondence between two versions of a title. */
@Schema(name = "CorrespondenceRequest")
record CorrespondenceRequest(
        @NotBlank @Schema(description = "The older version.", examples = "RNCP35313")
        String from,

        @Schema(description = "Codes of its blocks, all of which are needed; none for every block of it.")
        @Size(max = 100)
        @Nullable
        List<String> fromBlocks,

        @NotBlank @Schema(description = "The newer version.", examples = "RNCP37722")
        String to,

        @Schema(description = "Codes of the blocks recognised; none for every block of it.") @Size(max = 100) @Nullable
        List<String> toBlocks,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "Where it is written.", examples = "arrêté du 3 mai 2023, annexe")
        String reference,

        @NotBlank @Size(max = 4000) String reason,
        @NotNull LocalDate decidedOn) {

    @Override
    public List<String> fromBlocks() {
        return fromBlocks == null ? List.of() : fromBlocks;
    }

    @Override
    public List<String> toBlocks() {
        return toBlocks == null ? List.of() : toBlocks;
    }
}
