package fr.parchemin.session.followup;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.session.examsession.SessionStep;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of records. */
@ApplicationScoped
class RecordConsumer implements EventHandler {

    private final Inbox inbox;
    private final FollowRecord follow;

    RecordConsumer(Inbox inbox, FollowRecord follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming("records")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public String name() {
        return "session.records";
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.name()) {
            case "RecordDrafted.v1" -> follow(event, SessionStep.DRAW_UP_RECORD);
            case "RecordSigned.v1" -> {
                if (event.as(RecordEvent.class).complete()) {
                    follow(event, SessionStep.SIGN_RECORD);
                }
            }
            case "RecordSubmitted.v1" -> follow(event, SessionStep.SUBMIT_RECORD);
            case "RecordReturned.v1" -> follow(event, SessionStep.RETURN_RECORD);
            case "RecordValidated.v1" -> follow(event, SessionStep.VALIDATE_RECORD);
            case "RecordNotified.v1" -> follow(event, SessionStep.NOTIFY_RECORD);
            default -> {
                // Nothing that moves a session.
            }
        }
    }

    private void follow(IncomingEvent event, SessionStep step) {
        follow.follow(event.as(RecordEvent.class).sessionId(), step);
    }
}
