package fr.parchemin.results.certification;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the référentiel. */
@ApplicationScoped
class CertificationConsumer implements EventHandler {

    private final Inbox inbox;
    private final CopyCertification copy;

    CertificationConsumer(Inbox inbox, CopyCertification copy) {
        this.inbox = inbox;
        this.copy = copy;
    }

    @Override
    public String name() {
        return "certifications";
    }

    @Incoming("certifications")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.name()) {
            case "CertificationPublished.v1", "CertificationChanged.v1", "CertificationClosed.v1" ->
                copy.take(event.as(CertificationEvent.class));
            default -> {
                // Nothing else on this topic matters to results.
            }
        }
    }
}
