package fr.parchemin.results.examsession;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.kit.inbox.PoisonException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears who people are, from the restricted topic. */
@ApplicationScoped
class IdentityConsumer implements EventHandler {

    private final Inbox inbox;
    private final CopySession copy;

    IdentityConsumer(Inbox inbox, CopySession copy) {
        this.inbox = inbox;
        this.copy = copy;
    }

    @Override
    public String name() {
        return "identities";
    }

    @Incoming("identities")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public void apply(IncomingEvent event) {
        if (event.tombstone()) {
            copy.forget(personId(event));
            return;
        }
        switch (event.name()) {
            case "CandidateIdentified.v1" -> copy.identify(event.as(IdentityEvent.Candidate.class));
            case "JurorIdentified.v1" -> copy.identify(event.as(IdentityEvent.Juror.class));
            default -> {
                // Nothing else on this topic matters to results.
            }
        }
    }

    private static UUID personId(IncomingEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException e) {
            throw new PoisonException("the key is no person id", e);
        }
    }
}
