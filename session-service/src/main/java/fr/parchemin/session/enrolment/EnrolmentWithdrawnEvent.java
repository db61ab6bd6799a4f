package fr.parchemin.session.enrolment;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.util.UUID;

/** An enrolment is given up before the session opened. */
record EnrolmentWithdrawnEvent(SessionSnapshot session, UUID enrolmentId, UUID candidateId) implements SessionFact {}
