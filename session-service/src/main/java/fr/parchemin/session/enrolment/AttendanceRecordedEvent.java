package fr.parchemin.session.enrolment;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.Instant;
import java.util.UUID;

/** Whether a candidate came; at {@code PRESENT} the identity is frozen. */
record AttendanceRecordedEvent(
        SessionSnapshot session,
        UUID enrolmentId,
        UUID candidateId,
        int identityVersion,
        AttendanceStatus status,
        Instant recordedAt)
        implements SessionFact {}
