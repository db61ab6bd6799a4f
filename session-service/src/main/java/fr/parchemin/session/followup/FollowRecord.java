package fr.parchemin.session.followup;

import fr.parchemin.kit.inbox.NotYetException;
import fr.parchemin.session.enrolment.FollowSession;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes a session and its enrolments along when its record moves. */
@ApplicationScoped
class FollowRecord {

    private final TakeSession take;
    private final FollowSession enrolments;

    FollowRecord(TakeSession take, FollowSession enrolments) {
        this.take = take;
        this.enrolments = enrolments;
    }

    /** A step that the session has behind it changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(UUID sessionId, SessionStep step) {
        ExamSession session = take.toFollow(sessionId)
                .orElseThrow(() -> new NotYetException("session " + sessionId + " is not known"));
        String obstacle = session.obstacle(step);
        if (obstacle != null) {
            Log.warnf("session %s does not follow its record: %s", sessionId, obstacle);
            return;
        }
        session.follow(step);
        take.followed(session, step);
        switch (session.state()) {
            case RESULTS_ENTERED -> enrolments.evaluated(sessionId);
            case PV_SIGNED -> enrolments.decided(sessionId);
            case NOTIFIED -> enrolments.notified(sessionId);
            case DRAFT,
                    DECLARED,
                    DTE_SENT,
                    CONVOKED,
                    IN_PROGRESS,
                    PV_SUBMITTED,
                    RETURNED,
                    VALIDATED,
                    ARCHIVED,
                    POSTPONED,
                    CANCELLED,
                    ANNULLED -> {
                // Enrolments stay as they are.
            }
        }
        Log.infof("session %s is %s", sessionId, session.state());
    }
}
