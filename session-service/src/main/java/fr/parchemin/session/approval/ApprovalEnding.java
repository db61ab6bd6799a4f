package fr.parchemin.session.approval;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision that ends an approval before its last day. */
@Schema(
        name = "ApprovalEnding",
        examples =
                "{\"lastDay\": \"2026-12-31\", \"decision\": \"DREETS-35-FICTIF-2\", \"reason\": \"Plateau technique non conforme\"}")
record ApprovalEnding(
        @NotNull @Schema(description = "Last day on which the approval still holds.")
        LocalDate lastDay,

        @NotBlank @Size(max = 200) @Schema(description = "Reference of the decision.")
        String decision,

        @NotBlank @Size(max = 1000) String reason) {}
