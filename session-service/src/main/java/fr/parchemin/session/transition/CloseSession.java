package fr.parchemin.session.transition;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.examsession.TakeSession;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

/** Closes a session: everybody's attendance is recorded, the jury deliberates. */
@ApplicationScoped
class CloseSession {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final Outbox outbox;
    private final Clock clock;

    CloseSession(TakeSession take, ReadEnrolments enrolments, Outbox outbox, Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    SessionView close(UUID sessionId) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.CLOSE);
        String open = enrolments.active(sessionId).stream()
                .filter(e -> e.attendance() == null)
                .map(e -> e.id().toString())
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            throw new ProblemException(
                    ProblemType.WRONG_STATE,
                    "The attendance is not recorded of: " + open
                            + ". Record it with PUT …/enrolments/{enrolmentId}/attendance.");
        }
        Instant now = Moments.now(clock);
        inHand.session().close(now);
        take.done(inHand.session(), SessionStep.CLOSE, null, null);
        outbox.append(new SessionClosedEvent(inHand.snapshot(), now));
        Log.infof("session %s closed", sessionId);
        return inHand.view();
    }
}
