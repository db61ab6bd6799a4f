package fr.parchemin.results.examsession;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.results.record.AnnulRecord;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of sessions. */
@ApplicationScoped
class SessionConsumer implements EventHandler {

    private final Inbox inbox;
    private final CopySession copy;
    private final AnnulRecord annul;

    SessionConsumer(Inbox inbox, CopySession copy, AnnulRecord annul) {
        this.inbox = inbox;
        this.copy = copy;
        this.annul = annul;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Incoming("sessions")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(this, records);
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.name()) {
            case "SessionDeclared.v1", "SessionSummoned.v1", "SessionPostponed.v1" ->
                copy.refresh(event.as(SessionEvent.Changed.class).session());
            case "CandidateEnrolled.v1" -> copy.enrol(event.as(SessionEvent.Enrolled.class));
            case "EnrolmentWithdrawn.v1" -> copy.withdraw(event.as(SessionEvent.Withdrawn.class));
            case "JuryAppointed.v1" -> copy.appointJury(event.as(SessionEvent.JuryAppointed.class));
            case "JurorRecused.v1" -> copy.recuse(event.as(SessionEvent.JurorRecused.class));
            case "SessionOpened.v1" -> copy.open(event.as(SessionEvent.Opened.class));
            case "AttendanceRecorded.v1" -> copy.attend(event.as(SessionEvent.Attendance.class));
            case "DocumentPresented.v1" -> copy.present(event.as(SessionEvent.DocumentPresented.class));
            case "FraudReported.v1" -> copy.report(event.as(SessionEvent.FraudReported.class));
            case "SessionClosed.v1" -> copy.close(event.as(SessionEvent.Closed.class));
            case "SessionCancelled.v1" -> copy.cancel(event.as(SessionEvent.Changed.class));
            case "SessionResumed.v1" -> copy.resume(event.as(SessionEvent.Changed.class));
            case "SessionAnnulled.v1" -> {
                SessionEvent.Annulled told = event.as(SessionEvent.Annulled.class);
                copy.annul(told);
                annul.annul(told.session().id());
            }
            default -> {
                // Draws and the like do not change a result.
            }
        }
    }
}
