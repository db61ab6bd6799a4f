package fr.parchemin.session.centre;

import fr.parchemin.session.identifier.Identifiers;
import fr.parchemin.session.identifier.Siret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A centre to register. */
@Schema(
        name = "CentreRequest",
        examples = "{\"siret\": \"98222438800016\", \"name\": \"Centre Fictif de démonstration\"}")
record CentreRequest(
        @NotNull @Siret @Schema(description = "SIRET of the establishment; it ties the centre to its staff's tokens.")
        String siret,

        @NotBlank @Size(max = 200) String name) {

    CentreRequest {
        siret = siret == null ? siret : Identifiers.digits(siret);
        name = name == null ? name : Identifiers.label(name);
    }
}
