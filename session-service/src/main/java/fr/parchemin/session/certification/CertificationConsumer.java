package fr.parchemin.session.certification;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of certifications. */
@ApplicationScoped
class CertificationConsumer implements EventHandler {

    private final Inbox inbox;
    private final FollowCertification follow;

    CertificationConsumer(Inbox inbox, FollowCertification follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming("certifications")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return "session.certifications";
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.name()) {
            case "CertificationPublished.v1", "CertificationChanged.v1", "CertificationClosed.v1" ->
                follow.keep(event.as(Certification.class), event.sequence());
            default -> {
                // Nothing that sessions need.
            }
        }
    }
}
