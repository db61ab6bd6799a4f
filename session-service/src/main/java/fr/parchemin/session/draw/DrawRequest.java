package fr.parchemin.session.draw;

import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draw to make. */
@Schema(name = "DrawRequest", examples = "{\"eventCode\": \"MSP\"}")
record DrawRequest(
        @NotBlank
        @Size(max = 20)
        @Schema(description = "Event of the assessment plan that begins with a draw.", examples = "MSP")
        String eventCode,

        @Nullable @Size(max = 500) @Schema(description = "Why another draw is made for the same event (R82).")
        String redrawReason) {

    DrawRequest {
        redrawReason = Identifiers.labelOrNull(redrawReason);
    }
}
