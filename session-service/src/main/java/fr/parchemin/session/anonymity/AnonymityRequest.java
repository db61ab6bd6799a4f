package fr.parchemin.session.anonymity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What identifiers begin with. */
@Schema(name = "AnonymityRequest", examples = "{\"acronym\": \"REMN\"}")
record AnonymityRequest(
        @NotNull
        @Pattern(regexp = "[A-Z0-9]{2,10}", message = "Two to ten capitals and digits.")
        @Schema(description = "Acronym (sigle) of the title.")
        String acronym) {}
