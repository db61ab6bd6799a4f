package fr.parchemin.session.incident;

import fr.parchemin.session.examsession.SessionFact;
import fr.parchemin.session.examsession.SessionSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspicion of fraud is in writing: the record mentions it (R115). What was seen and by whom does not travel (R135);
 * accomplices are named when they are candidates themselves (R117).
 */
record FraudReportedEvent(
        SessionSnapshot session,
        UUID reportId,
        UUID enrolmentId,
        UUID candidateId,
        @Nullable String eventCode,
        Instant occurredAt,
        boolean candidateContinues,
        List<UUID> accompliceIds,
        Instant reportedAt)
        implements SessionFact {

    static FraudReportedEvent of(SessionSnapshot session, FraudReport r, UUID candidateId) {
        return new FraudReportedEvent(
                session,
                r.id(),
                r.enrolmentId(),
                candidateId,
                r.eventCode(),
                r.occurredAt(),
                r.candidateContinues(),
                r.accomplices().stream()
                        .map(FraudReport.Accomplice::candidateId)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                r.recordedAt());
    }
}
