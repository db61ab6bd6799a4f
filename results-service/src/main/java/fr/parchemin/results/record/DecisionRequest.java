package fr.parchemin.results.record;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the jury decides on one candidate. */
public record DecisionRequest(
        @NotNull
        @Size(max = 50)
        @Schema(
                description = "Codes of the blocks granted; the others of the session are refused.",
                examples = "[\"RNCP37722BC01\"]")
        List<@NotBlank String> blocks,

        @NotNull @Schema(description = "Whether the title is granted.")
        Boolean grantTitle,

        @NotBlank @Size(max = 4000) @Schema(description = "Why, for the record (R105).")
        String reasons) {}
