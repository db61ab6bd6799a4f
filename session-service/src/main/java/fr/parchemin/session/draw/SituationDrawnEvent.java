package fr.parchemin.session.draw;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A candidate drew situations. */
record SituationDrawnEvent(
        SessionSnapshot session,
        UUID enrolmentId,
        UUID candidateId,
        UUID drawId,
        String eventCode,
        List<Drawn> situations,
        Instant drawnAt)
        implements SessionFact {

    /** What was drawn; its label stays within the session. */
    record Drawn(String code, String type) {}
}
