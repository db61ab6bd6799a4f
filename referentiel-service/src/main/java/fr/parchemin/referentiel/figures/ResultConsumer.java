package fr.parchemin.referentiel.figures;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of titles awarded and withdrawn. */
@ApplicationScoped
class ResultConsumer implements EventHandler {

    private final Inbox inbox;
    private final FollowAwards follow;

    ResultConsumer(Inbox inbox, FollowAwards follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming("results")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public String name() {
        return "referentiel.results";
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.name()) {
            case "TitleAwarded.v1", "TitleGranted.v1" -> follow.award(event.as(TitleAwardedEvent.class));
            case "AwardWithdrawn.v1" -> follow.withdraw(event.as(AwardWithdrawnEvent.class));
            default -> {
                // Nothing that is counted here.
            }
        }
    }
}
