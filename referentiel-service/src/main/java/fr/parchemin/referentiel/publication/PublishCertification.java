package fr.parchemin.referentiel.publication;

import fr.parchemin.kit.outbox.OutboundEvent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.referentiel.certification.ReadCertification;
import fr.parchemin.referentiel.certification.RecordSheet;
import fr.parchemin.referentiel.sheet.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
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
        outbox.append(event(outcome, CertificationSnapshot.of(certifications.one(number), plan)));
    }

    /**
     * Records the facts of many certifications to which we have added nothing, in the transaction that changed them.
     *
     * @param outcome what became of all of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(Collection<Told> certifications, RecordSheet.Outcome outcome) {
        List<OutboundEvent> events = certifications.stream()
                .map(told -> event(outcome, told.snapshot()))
                .toList();
        if (outcome == RecordSheet.Outcome.CREATED) {
            outbox.appendFirst(events);
        } else {
            outbox.appendAll(events);
        }
    }

    /** What there is to tell of a certification; much smaller than its sheet. */
    public record Told(CertificationSnapshot snapshot) {

        public static Told of(Sheet sheet, boolean active) {
            return new Told(CertificationSnapshot.of(sheet, active));
        }

        public String number() {
            return snapshot.number();
        }
    }

    private static OutboundEvent event(RecordSheet.Outcome outcome, CertificationSnapshot snapshot) {
        return switch (outcome) {
            case CREATED -> new CertificationPublishedEvent(snapshot);
            case CLOSED -> new CertificationClosedEvent(snapshot);
            case CHANGED, UNCHANGED -> new CertificationChangedEvent(snapshot);
        };
    }
}
