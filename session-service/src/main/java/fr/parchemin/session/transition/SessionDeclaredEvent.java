package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;

/** The centre declared the session to the authority. */
record SessionDeclaredEvent(SessionSnapshot session) implements SessionFact {}
