package fr.parchemin.session.certification;

import fr.parchemin.session.Moments;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps our copy of a certification in step with the référentiel. */
@ApplicationScoped
class FollowCertification {

    private final CertificationRepository certifications;
    private final Clock clock;

    FollowCertification(CertificationRepository certifications, Clock clock) {
        this.certifications = certifications;
        this.clock = clock;
    }

    /** An older snapshot than the one we hold is dropped. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Certification certification, long sequence) {
        if (certifications.keep(certification, sequence, Moments.now(clock))) {
            Log.infof("certification %s known, sequence %d", certification.number(), sequence);
        }
    }
}
