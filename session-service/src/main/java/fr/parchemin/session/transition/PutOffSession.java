package fr.parchemin.session.transition;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.session.enrolment.FollowSession;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.examsession.TakeSession;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Gives a session new days, or gives it up, before it opens. */
@ApplicationScoped
class PutOffSession {

    private final TakeSession take;
    private final FollowSession enrolments;
    private final Outbox outbox;

    PutOffSession(TakeSession take, FollowSession enrolments, Outbox outbox) {
        this.take = take;
        this.enrolments = enrolments;
        this.outbox = outbox;
    }

    @Transactional
    @Idempotent
    SessionView postpone(UUID sessionId, PostponementRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.POSTPONE);
        inHand.session().postpone(request.startsOn(), request.endsOn(), request.reason());
        enrolments.postponed(sessionId);
        take.done(inHand.session(), SessionStep.POSTPONE, null, request.reason());
        outbox.append(new SessionPostponedEvent(inHand.snapshot(), request.reason()));
        Log.infof("session %s postponed", sessionId);
        return inHand.view();
    }

    /** Undoes a cancellation: session and enrolments are exactly as they were before it. */
    @Transactional
    @Idempotent
    SessionView resume(UUID sessionId, ResumptionRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.RESUME);
        inHand.session().resume();
        enrolments.resumed(sessionId);
        take.done(inHand.session(), SessionStep.RESUME, null, request.reason());
        if (inHand.session().state() != SessionState.DRAFT) {
            outbox.append(new SessionResumedEvent(inHand.snapshot(), request.reason()));
        }
        Log.infof("session %s resumed", sessionId);
        return inHand.view();
    }

    /** What was never declared is cancelled without a word: nothing of a draft has left the centre. */
    @Transactional
    @Idempotent
    SessionView cancel(UUID sessionId, CancellationRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.CANCEL);
        ExamSession session = inHand.session();
        boolean known = session.state() != SessionState.DRAFT;
        session.cancel(request.reason());
        enrolments.cancelled(sessionId);
        take.done(inHand.session(), SessionStep.CANCEL, null, request.reason());
        if (known) {
            outbox.append(new SessionCancelledEvent(inHand.snapshot(), request.reason()));
        }
        Log.infof("session %s cancelled", sessionId);
        return inHand.view();
    }
}
