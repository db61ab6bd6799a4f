package fr.parchemin.session.certification;

import fr.parchemin.kit.inbox.BulkEventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.session.certification.FollowCertification.Told;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of certifications. */
@ApplicationScoped
class CertificationConsumer implements BulkEventHandler {

    private final Inbox inbox;
    private final FollowCertification follow;

    CertificationConsumer(Inbox inbox, FollowCertification follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming("certifications")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public String name() {
        return "session.certifications";
    }

    @Override
    public void apply(IncomingEvent event) {
        applyAll(List.of(event));
    }

    @Override
    public void applyAll(List<IncomingEvent> events) {
        follow.keep(events.stream()
                .filter(CertificationConsumer::isSnapshot)
                .map(event -> new Told(event.as(Certification.class), event.sequence()))
                .toList());
    }

    private static boolean isSnapshot(IncomingEvent event) {
        return switch (event.name()) {
            case "CertificationPublished.v1", "CertificationChanged.v1", "CertificationClosed.v1" -> true;
            default -> false;
        };
    }
}
