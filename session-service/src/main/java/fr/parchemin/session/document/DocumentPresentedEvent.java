package fr.parchemin.session.document;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A candidate presented a document. */
record DocumentPresentedEvent(
        SessionSnapshot session,
        UUID enrolmentId,
        UUID candidateId,
        DocumentKind kind,
        LocalDate issuedOn,
        LocalDate validUntil,
        boolean validOnExamDay,
        Instant presentedAt)
        implements SessionFact {}
