package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.sheet.Partner;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which partners of a certification a list has. */
public class PartnerFilter {

    @QueryParam("state")
    @Parameter(description = "State of the accreditation, in the words of the register.", example = "Actif")
    @Pattern(regexp = "Actif|Inactif|Supprimé", message = "Actif, Inactif or Supprimé")
    @Nullable
    String state;

    @QueryParam("authorisation")
    @Parameter(
            description = "What the partner may do, in the words of the register: train, assess, or both.",
            example = "HABILITATION_FORMER")
    @Pattern(
            regexp = "HABILITATION_FORMER|HABILITATION_ORGANISER|HABILITATION_ORGA_FORM",
            message = "HABILITATION_FORMER, HABILITATION_ORGANISER or HABILITATION_ORGA_FORM")
    @Nullable
    String authorisation;

    boolean fits(Partner partner) {
        return (state == null || state.equals(partner.state()))
                && (authorisation == null || authorisation.equals(partner.authorisation()));
    }
}
