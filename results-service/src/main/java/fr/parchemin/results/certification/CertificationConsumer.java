package fr.parchemin.results.certification;

import fr.parchemin.kit.inbox.BulkEventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.results.capital.RecomputeBooklets;
import fr.parchemin.results.certification.CopyCertification.Told;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the référentiel. */
@ApplicationScoped
class CertificationConsumer implements BulkEventHandler {

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
        applyAll(List.of(event));
    }

    @Override
    public void applyAll(List<IncomingEvent> events) {
        List<CertificationEvent> otherRows = copy.take(events.stream()
                .filter(CertificationConsumer::isSnapshot)
                .map(event -> new Told(event.as(CertificationEvent.class), event.sequence()))
                .toList());
        if (!otherRows.isEmpty()) {
            Set<String> linked = new TreeSet<>();
            otherRows.forEach(told -> linked.addAll(told.linked()));
            recompute.ask(linked, reason(otherRows));
        }
    }

    private static String reason(List<CertificationEvent> otherRows) {
        String first = otherRows.getFirst().number();
        return "The register declares correspondences of "
                + (otherRows.size() == 1 ? first + "." : "%s and %d more.".formatted(first, otherRows.size() - 1));
    }

    private static boolean isSnapshot(IncomingEvent event) {
        return switch (event.name()) {
            case "CertificationPublished.v1", "CertificationChanged.v1", "CertificationClosed.v1" -> true;
            default -> false;
        };
    }
}
