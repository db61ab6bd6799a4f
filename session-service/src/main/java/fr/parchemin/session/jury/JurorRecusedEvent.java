package fr.parchemin.session.jury;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.util.UUID;

/** A juror does not judge a candidate. */
record JurorRecusedEvent(SessionSnapshot session, UUID jurorId, UUID enrolmentId, UUID candidateId)
        implements SessionFact {}
