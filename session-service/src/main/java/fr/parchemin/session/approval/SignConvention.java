package fr.parchemin.session.approval;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.session.centre.ReadCentres;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Records a convention. */
@ApplicationScoped
class SignConvention {

    private final ConventionRepository conventions;
    private final ReadCentres centres;

    SignConvention(ConventionRepository conventions, ReadCentres centres) {
        this.conventions = conventions;
        this.centres = centres;
    }

    @Transactional
    @Idempotent
    ConventionView convention(UUID centreId, ConventionRequest request) {
        centres.visible(centreId);
        TrainingAgreement convention = new TrainingAgreement(
                Ids.next(),
                centreId,
                request.trainingProviderSiret(),
                request.certificationNumbers().stream().distinct().toList(),
                request.signedOn(),
                request.validFrom(),
                request.validTo());
        conventions.persistAndFlush(convention);
        Log.infof("convention %s of centre %s recorded", convention.id(), centreId);
        return ConventionView.of(convention);
    }
}
