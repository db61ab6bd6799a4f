package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The seals were whole and the session began. */
record SessionOpenedEvent(SessionSnapshot session, Instant openedAt, List<UUID> presentJurorIds)
        implements SessionFact {}
