package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.Instant;

/** The examination is over. */
record SessionClosedEvent(SessionSnapshot session, Instant closedAt) implements SessionFact {}
