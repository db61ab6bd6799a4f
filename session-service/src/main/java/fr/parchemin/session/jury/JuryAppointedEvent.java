package fr.parchemin.session.jury;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.util.List;
import java.util.UUID;

/** The jury is appointed, replacing an earlier one. */
record JuryAppointedEvent(SessionSnapshot session, List<UUID> jurorIds) implements SessionFact {}
