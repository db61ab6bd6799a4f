package fr.parchemin.session.examsession;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.centre.Place;
import fr.parchemin.session.certification.Certification;

/** A session that the caller may see, with what surrounds it. */
public record SessionInHand(ExamSession session, Place place, Certification certification) {

    /**
     * Goes on only when {@code step} can be taken now.
     *
     * @throws ProblemException 409 that names the state and what is missing
     */
    public SessionInHand ready(SessionStep step) {
        String obstacle = session.obstacle(step);
        if (obstacle != null) {
            throw new ProblemException(ProblemType.WRONG_STATE, obstacle);
        }
        return this;
    }

    /** The session as events carry it. */
    public SessionSnapshot snapshot() {
        return SessionSnapshot.of(session, place);
    }

    /** The session as callers see it. */
    public SessionView view() {
        return SessionView.of(session, place);
    }
}
