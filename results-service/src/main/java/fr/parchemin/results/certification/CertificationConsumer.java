package fr.parchemin.results.certification;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.results.capital.RecomputeBooklets;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the référentiel. */
@ApplicationScoped
class CertificationConsumer implements EventHandler {

    private final Inbox inbox;
    private final CopyCertification copy;
    private final RecomputeBooklets recompute;

    CertificationConsumer(Inbox inbox, CopyCertification copy, RecomputeBooklets recompute) {
        this.inbox = inbox;
        this.copy = copy;
        this.recompute = recompute;
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
            case "CertificationPublished.v1", "CertificationChanged.v1", "CertificationClosed.v1" -> {
                CertificationEvent told = event.as(CertificationEvent.class);
                if (copy.take(told)) {
                    recompute.ask(told.linked(), "The register declares correspondences of " + told.number() + ".");
                }
            }
            default -> {
                // Nothing else on this topic matters to results.
            }
        }
    }
}
