package fr.parchemin.results.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One rate with everything that it was computed from (R126). */
@Schema(name = "SurveyRate", description = "One rate with everything that it was computed from.")
public record Rate(
        Measure measure,
        Wave wave,

        @Schema(
                description =
                        "Numerator by denominator, a whole number; null where nobody is in the denominator, never 0.",
                examples = "33")
        @Nullable
        Integer percent,

        @Schema(description = "Who answered to be in employment, or in the job aimed at, less the neutralised.")
        long numerator,

        @Schema(description = "Who answered, less the neutralised.")
        long denominator,

        @Schema(description = "Who holds the title, asked or not: the cohort.")
        long cohortSize,

        @Schema(description = "Who answered, the neutralised too.")
        long respondents,

        @Schema(description = "Who answered and is left out of both parts of the rate (R125).")
        long neutralised,

        @Schema(
                description = "Respondents by cohort in percent, a whole number; null without a cohort.",
                examples = "61")
        @Nullable
        Integer responseRate) {}
