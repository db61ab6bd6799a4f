package fr.parchemin.session.certification;

import fr.parchemin.session.Moments;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Keeps our copy of a certification in step with the référentiel. */
@ApplicationScoped
class FollowCertification {

    private final CertificationRepository certifications;
    private final Clock clock;

    FollowCertification(CertificationRepository certifications, Clock clock) {
        this.certifications = certifications;
        this.clock = clock;
    }

    /**
     * A snapshot as it was told.
     *
     * @param sequence the later of two snapshots of a certification has the higher one
     */
    record Told(Certification certification, long sequence) {}

    /** Older snapshots than those we hold are dropped. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(List<Told> snapshots) {
        if (!snapshots.isEmpty()) {
            int kept = certifications.keep(snapshots, Moments.now(clock));
            Log.infof("%d certifications known anew, of %d told", kept, snapshots.size());
        }
    }
}
