package fr.parchemin.session.incident;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.eventattendance.ReadEvents;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.TakeSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the session that something happened in: it was opened, and is not put away. */
@ApplicationScoped
class OpenedSession {

    private final TakeSession take;
    private final ReadEvents events;

    OpenedSession(TakeSession take, ReadEvents events) {
        this.take = take;
        this.events = events;
    }

    /**
     * The session, for a change.
     *
     * @param eventCode an event of its plan, or null
     * @throws ProblemException 409 when it was never opened or is archived; 404 for an event that it does not have
     */
    SessionInHand toChange(UUID sessionId, @Nullable String eventCode) {
        SessionInHand inHand = take.toChange(sessionId);
        ExamSession session = inHand.session();
        if (session.openedAt() == null || session.state() == SessionState.ARCHIVED) {
            throw new ProblemException(
                    ProblemType.WRONG_STATE,
                    "The session is %s: incidents and frauds are recorded from its opening until it is archived."
                            .formatted(session.state()));
        }
        if (eventCode != null
                && events.of(session).stream().noneMatch(e -> e.code().equals(eventCode))) {
            throw ProblemException.notFound("event of the session", eventCode);
        }
        return inHand;
    }
}
