package fr.parchemin.results.cohort;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The figures of one title and one year of award, by one source. */
@Schema(name = "Cohort")
record CohortView(
        @Schema(examples = "RNCP37722") String certificationNumber,

        @Schema(description = "Year of the awards.", examples = "2022")
        int year,

        @Schema(description = "Who counted; two sources are never one series (R128).")
        Source source,

        @Schema(description = "RUNNING: as it is now. FROZEN: published, and changed by revisions alone.")
        State state,

        @Schema(description = "Number of the revision shown, 0 for what was published first; null while it runs.")
        @Nullable
        Integer revision,

        @Schema(description = "Holders of a title in force; null when the source says nothing.", examples = "247")
        @Nullable
        Integer certified,

        @Schema(description = "Of these, by recognition of experience (VAE).", examples = "0") @Nullable
        Integer certifiedByVae,

        @Schema(
                description =
                        "Always three: employment after 6 months, the job aimed at after 6 months and after 2 years.")
        List<RateView> rates) {

    /** Who counted. */
    enum Source {
        /** The titles and surveys of this house. */
        OWN,
        /** The national register. */
        PUBLISHED_BY_SOURCE
    }

    /** Whether it still follows the awards. */
    enum State {
        RUNNING,
        FROZEN
    }
}
