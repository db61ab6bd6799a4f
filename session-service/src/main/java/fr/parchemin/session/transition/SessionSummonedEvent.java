package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.Instant;

/** Candidates and jurors are summoned. */
record SessionSummonedEvent(SessionSnapshot session, Instant summonedAt, boolean late) implements SessionFact {}
