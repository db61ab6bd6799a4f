package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;

/** The session got new days and must be declared again. */
record SessionPostponedEvent(SessionSnapshot session, String reason) implements SessionFact {}
