package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;

/** A cancellation is undone: session and enrolments are as they were before it. */
record SessionResumedEvent(SessionSnapshot session, String reason) implements SessionFact {}
