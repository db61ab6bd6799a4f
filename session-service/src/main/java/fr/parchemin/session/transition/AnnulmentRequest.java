package fr.parchemin.session.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reasoned decision to annul. */
@Schema(
        name = "AnnulmentRequest",
        examples =
                "{\"decisionReference\": \"DDETS-35-FICTIF-1\", \"decidedOn\": \"2026-11-20\", \"reason\": \"Sujets divulgués avant l'épreuve\"}")
record AnnulmentRequest(
        @NotBlank @Size(max = 100) @Schema(description = "Reference of the decision.")
        String decisionReference,

        @NotNull @Schema(description = "Day of the decision, not after today.")
        LocalDate decidedOn,

        @NotBlank @Size(max = 1000) String reason) {}
