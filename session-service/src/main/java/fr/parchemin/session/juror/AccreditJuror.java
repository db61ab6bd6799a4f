package fr.parchemin.session.juror;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Records an accreditation. */
@ApplicationScoped
class AccreditJuror {

    private final JurorRepository jurors;
    private final AccreditationRepository accreditations;
    private final ReadCertification certifications;
    private final RuleBook rules;

    AccreditJuror(
            JurorRepository jurors,
            AccreditationRepository accreditations,
            ReadCertification certifications,
            RuleBook rules) {
        this.jurors = jurors;
        this.accreditations = accreditations;
        this.certifications = certifications;
        this.rules = rules;
    }

    @Transactional
    @Idempotent
    AccreditationView accredit(UUID jurorId, AccreditationRequest request) {
        Juror juror = jurors.findByIdOptional(jurorId).orElseThrow(() -> ProblemException.notFound("juror", jurorId));
        Certification certification = certifications.named(request.certificationNumber());
        rules.judge(
                        AccreditationRules.GRANT,
                        new Accreditation(
                                request.validFrom(),
                                request.validTo(),
                                request.yearsInTrade(),
                                request.leftTradeOn(),
                                certification.registrationEndsOn()))
                .warningsOrRefusal();
        JurorAccreditation accreditation = new JurorAccreditation(
                Ids.next(),
                juror.id(),
                request.certificationNumber(),
                request.validFrom(),
                request.validTo(),
                request.yearsInTrade(),
                request.leftTradeOn());
        accreditations.persistAndFlush(accreditation);
        Log.infof("juror %s accredited for %s", jurorId, request.certificationNumber());
        return AccreditationView.of(accreditation);
    }
}
