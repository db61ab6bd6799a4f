package fr.parchemin.session.transition;

import fr.parchemin.session.identifier.Identifiers;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A summons to send. */
@Schema(name = "SummonsRequest", examples = "{\"lateReason\": \"Accord écrit des candidats du 20 novembre 2026\"}")
record SummonsRequest(
        @Nullable
        @Size(max = 1000)
        @Schema(description = "Consent or decision that allows less notice than R66 asks for; its author is recorded.")
        String lateReason) {

    SummonsRequest {
        lateReason = Identifiers.labelOrNull(lateReason);
    }
}
