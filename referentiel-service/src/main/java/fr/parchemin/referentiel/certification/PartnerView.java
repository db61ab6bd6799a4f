package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.sheet.Partner;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner of a certification. */
@Schema(
        name = "Partner",
        description =
                "A body that the certifier allows to train for the certification, to assess, or both. It may act while"
                        + " its state is Actif and the registration runs.")
public record PartnerView(
        @Schema(description = "As published: it may be absent or not be one.", examples = "11000007200014") @Nullable
        String siret,

        @Nullable String name,
        @Schema(examples = "HABILITATION_FORMER") @Nullable String authorisation,
        @Schema(examples = "Actif") @Nullable String state,
        @Nullable LocalDate activeSince,
        @Nullable LocalDate stateChangedOn) {

    static PartnerView of(Partner partner) {
        return new PartnerView(
                partner.siret(),
                partner.name(),
                partner.authorisation(),
                partner.state(),
                partner.activeSince(),
                partner.stateChangedOn());
    }
}
