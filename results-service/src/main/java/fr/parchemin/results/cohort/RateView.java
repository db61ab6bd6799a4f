package fr.parchemin.results.cohort;

import fr.parchemin.results.survey.ComputeRates;
import fr.parchemin.results.survey.Measure;
import fr.parchemin.results.survey.Rate;
import fr.parchemin.results.survey.Wave;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of the three rates of a year. */
@Schema(name = "CohortRate", description = "One of the three rates of a year; what is unknown is null, never 0.")
public record RateView(
        Measure measure,
        Wave wave,

        @Schema(description = "A whole percent; null where nobody answered.", examples = "33") @Nullable
        Integer percent,

        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable Long cohortSize,

        @Schema(description = "Who answered, the neutralised too.") @Nullable
        Long respondents,

        @Schema(description = "Who answered and is left out of the rate (R125).") @Nullable
        Long neutralised,

        @Schema(description = "Respondents by cohort, a whole percent.", examples = "61") @Nullable
        Integer responseRate,

        @Schema(description = "Whether it is final: the survey is frozen, or the register published it.")
        boolean frozen) {

    /** The three rates in the order of the register, those not found without a value. */
    static List<RateView> all(List<ComputeRates.Found> found) {
        List<RateView> all = new ArrayList<>();
        for (Wave wave : Wave.values()) {
            for (Measure measure : wave.measures()) {
                all.add(found.stream()
                        .filter(f -> f.rate().wave() == wave && f.rate().measure() == measure)
                        .findFirst()
                        .map(f -> of(f.rate(), f.frozen()))
                        .orElseGet(() -> published(measure, wave, null)));
            }
        }
        return all;
    }

    private static RateView of(Rate r, boolean frozen) {
        return new RateView(
                r.measure(),
                r.wave(),
                r.percent(),
                r.numerator(),
                r.denominator(),
                r.cohortSize(),
                r.respondents(),
                r.neutralised(),
                r.responseRate(),
                frozen);
    }

    /** A rate of which nothing but its value is known. */
    static RateView published(Measure measure, Wave wave, @Nullable Integer percent) {
        return new RateView(measure, wave, percent, null, null, null, null, null, null, percent != null);
    }
}
