package fr.parchemin.session.holding;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of awards, recognised blocks and results. */
@ApplicationScoped
class ResultConsumer implements EventHandler {

    private final Inbox inbox;
    private final FollowResults follow;

    ResultConsumer(Inbox inbox, FollowResults follow) {
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
        return "session.results";
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.name()) {
            case "BlockAwarded.v1", "ComplementAwarded.v1", "TitleAwarded.v1", "TitleGranted.v1" ->
                follow.award(event.as(AwardEvent.class));
            case "AwardWithdrawn.v1" -> follow.withdraw(event.as(AwardWithdrawnEvent.class));
            case "ResultPublished.v1" -> follow.outcome(event.as(ResultPublishedEvent.class));
            case "ResultAnnulled.v1" -> follow.annul(event.as(ResultAnnulledEvent.class));
            case "BlockRecognised.v1" -> follow.recognise(event.as(BlockRecognisedEvent.class));
            case "BlockRecognitionEnded.v1" -> follow.endRecognition(event.as(BlockRecognitionEndedEvent.class));
            default -> {
                // Nothing that sessions need.
            }
        }
    }
}
