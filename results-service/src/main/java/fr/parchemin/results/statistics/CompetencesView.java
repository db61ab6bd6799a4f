package fr.parchemin.results.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Success by competence. */
@Schema(name = "CompetenceStatistics", description = "Success by competence, the one that fails most first.")
record CompetencesView(
        @Schema(examples = "5") int minimumCell, boolean masked, Instant countedUntil, List<Item> items) {

    /** One competence. */
    @Schema(name = "CompetenceFigures")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            @Schema(examples = "RNCP37722") String certificationNumber,
            @Schema(examples = "RNCP37722BC02") String blockCode,
            @Schema(examples = "RNCP37722BC02-C3") String code,
            String label,

            @Nullable @Schema(description = "Who was there for it, not excluded.")
            Long assessed,

            @Nullable @Schema(description = "For whom the record validates it.")
            Long acquired,

            @Nullable @Schema(description = "acquired ÷ assessed in whole percent, half up.")
            Integer successRate,

            @Schema(
                    description =
                            "Whether its figures are left out; one that rests on too few is not listed at all (R130).")
            boolean suppressed) {}
}
