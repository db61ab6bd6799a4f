package fr.parchemin.session.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A convention as callers see it. */
@Schema(name = "Convention", description = "A convention between a centre and a body that trains its candidates.")
record ConventionView(
        UUID id,
        int version,
        UUID centreId,
        @Schema(examples = "35600000000048") String trainingProviderSiret,
        List<String> certificationNumbers,
        LocalDate signedOn,
        LocalDate validFrom,
        LocalDate validTo) {

    static ConventionView of(TrainingAgreement t) {
        return new ConventionView(
                t.id(),
                t.version(),
                t.centreId(),
                t.trainingProviderSiret(),
                t.certificationNumbers(),
                t.signedOn(),
                t.validFrom(),
                t.validTo());
    }
}
