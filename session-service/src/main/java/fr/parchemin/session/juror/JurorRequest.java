package fr.parchemin.session.juror;

import fr.parchemin.session.identifier.Identifiers;
import fr.parchemin.session.identifier.Siret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A juror to register. */
@Schema(
        name = "JurorRequest",
        examples = "{\"subject\": \"demo-juror-1\", \"lastName\": \"Fictif\", \"firstName\": \"Juré Premier\"}")
record JurorRequest(
        @NotBlank @Size(max = 200) @Schema(description = "sub of the tokens that the juror signs in with.")
        String subject,

        @NotNull @Pattern(regexp = Identifiers.CIVIL_NAME, message = "A name of at most 60 characters, without digits.")
        String lastName,

        @NotNull @Pattern(regexp = Identifiers.CIVIL_NAME, message = "A name of at most 60 characters, without digits.")
        String firstName,

        @Siret @Nullable @Schema(description = "Employer, to find conflicts of interest (R52).")
        String employerSiret) {

    JurorRequest {
        lastName = lastName == null ? lastName : Identifiers.label(lastName);
        firstName = firstName == null ? firstName : Identifiers.label(firstName);
        employerSiret = Identifiers.digitsOrNull(employerSiret);
    }
}
