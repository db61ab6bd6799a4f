package fr.parchemin.results.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding as its juror reads it back. */
public record FindingView(
        UUID enrolmentId,
        String eventCode,
        UUID jurorId,
        int version,
        Finding.Outcome outcome,
        List<Finding.CompetenceFinding> competences,
        @Nullable String comment,
        Instant recordedAt) {

    static FindingView of(Finding f) {
        return new FindingView(
                f.enrolmentId(),
                f.eventCode(),
                f.jurorId(),
                f.version(),
                f.outcome(),
                f.competences(),
                f.comment(),
                f.recordedAt());
    }
}
