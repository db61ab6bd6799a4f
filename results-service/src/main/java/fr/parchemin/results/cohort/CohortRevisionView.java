package fr.parchemin.results.cohort;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was published of a year, or what a later change made of it. */
@Schema(name = "CohortRevision")
record CohortRevisionView(
        @Schema(description = "0 is what was published first.")
        int revision,

        CohortRevision.Cause cause,

        @Schema(examples = "1 title ended (WITHDRAWN)") String reason,

        int certified,
        int certifiedByVae,
        List<RateView> rates,
        Instant recordedAt) {

    static CohortRevisionView of(CohortRevision r) {
        return new CohortRevisionView(
                r.key().revision(),
                r.cause(),
                r.reason(),
                r.figures().certified(),
                r.figures().certifiedByVae(),
                r.figures().rates(),
                r.recordedAt());
    }
}
