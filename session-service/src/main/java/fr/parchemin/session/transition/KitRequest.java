package fr.parchemin.session.transition;

import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kit that has arrived. */
@Schema(
        name = "AssessmentKitRequest",
        examples =
                "{\"reference\": \"DTE-FICTIF\", \"receivedOn\": \"2026-11-20\", \"ceresNumber\": \"CERES-FICTIF-1\"}")
record KitRequest(
        @NotBlank @Size(max = 100) @Schema(description = "Reference of the sealed kit (DTE).")
        String reference,

        @NotNull LocalDate receivedOn,

        @Nullable @Size(max = 100) @Schema(description = "Number of the session in the ministry's system (R64).")
        String ceresNumber) {

    KitRequest {
        ceresNumber = Identifiers.labelOrNull(ceresNumber);
    }
}
