package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;

/** The session will not be held. */
record SessionCancelledEvent(SessionSnapshot session, String reason) implements SessionFact {}
