package fr.parchemin.referentiel.publication;

import fr.parchemin.kit.outbox.OutboundEvent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.referentiel.certification.ReadCertification;
import fr.parchemin.referentiel.certification.RecordSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Tells the other services what a certification is now, once per transaction that changed it. */
@ApplicationScoped
public class PublishCertification {

    static final String TOPIC = "parchemin.certifications";

    private final ReadCertification certifications;
    private final Outbox outbox;

    PublishCertification(ReadCertification certifications, Outbox outbox) {
        this.certifications = certifications;
        this.outbox = outbox;
    }

    /**
     * Records the fact in the transaction of the change.
     *
     * @param outcome what became of the certification; nothing is told of one that did not change
     * @param plan its assessment plan in force, if it has one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String number, RecordSheet.Outcome outcome, @Nullable PublishedPlan plan) {
        if (outcome == RecordSheet.Outcome.UNCHANGED) {
            return;
        }
        CertificationSnapshot snapshot = CertificationSnapshot.of(certifications.one(number), plan);
        OutboundEvent event =
                switch (outcome) {
                    case CREATED -> new CertificationPublishedEvent(snapshot);
                    case CLOSED -> new CertificationClosedEvent(snapshot);
                    case CHANGED, UNCHANGED -> new CertificationChangedEvent(snapshot);
                };
        outbox.append(event);
    }
}
