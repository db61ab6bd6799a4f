package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fraud report as callers see it. */
@Schema(name = "FraudReport", description = "A suspicion of fraud, in writing.")
public record FraudReportView(
        UUID id,
        UUID sessionId,
        UUID enrolmentId,
        @Nullable String eventCode,
        Instant occurredAt,
        String facts,
        String reportedBy,
        List<String> witnesses,
        List<String> accomplices,

        @Schema(description = "The candidate finishes the event (R119).")
        boolean candidateContinues,

        Instant recordedAt,

        @Schema(description = "Rules that only warn, at the recording.")
        List<Finding> warnings) {

    static FraudReportView of(FraudReport r, List<Finding> warnings) {
        return new FraudReportView(
                r.id(),
                r.sessionId(),
                r.enrolmentId(),
                r.eventCode(),
                r.occurredAt(),
                r.facts(),
                r.reportedBy(),
                r.witnesses().stream().map(w -> w.name() + ", " + w.quality()).toList(),
                r.accomplices().stream().map(FraudReport.Accomplice::name).toList(),
                r.candidateContinues(),
                r.recordedAt(),
                warnings);
    }
}
