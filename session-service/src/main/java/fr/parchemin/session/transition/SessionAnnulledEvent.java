package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.LocalDate;

/** The session is void by decision of the authority: what came of it is undone (R121). */
record SessionAnnulledEvent(SessionSnapshot session, String decisionReference, LocalDate decidedOn, String reason)
        implements SessionFact {}
