package fr.parchemin.results.privacy;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which version of an identity takes the place of which, and why. */
@Schema(name = "IdentityCorrectionRequest")
record IdentityCorrectionRequest(
        @NotNull UUID candidateId,

        @Min(1) @Schema(description = "The version frozen at the exam, which awards print so far.", examples = "1")
        int formerVersion,

        @Min(1)
        @Schema(
                description = "The version that they are to print: first corrected where candidates are entered.",
                examples = "2")
        int version,

        @NotBlank @Size(max = 4000) String reason,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "The document that proves it.", examples = "Acte de naissance n° 1234 (fictif)")
        String document,

        @NotNull LocalDate decidedOn) {}
