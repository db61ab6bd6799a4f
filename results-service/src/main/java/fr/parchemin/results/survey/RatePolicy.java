package fr.parchemin.results.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * R124 to R126: who is in employment, or in the job aimed at, by those who answered, the neutralised left out of both; whole
 * percents, and no rate at all where nobody is left.
 */
final class RatePolicy {

    private RatePolicy() {}

    /**
     * The rates of one wave.
     *
     * @param answers how many are in which situation
     * @param neutralised situations that are left out (R125)
     * @param cohortSize holders, whether they answered or not
     */
    static List<Rate> rates(
            Wave wave,
            Map<Situation, Long> answers,
            Set<Situation> neutralised,
            long cohortSize,
            RoundingMode rounding) {
        long respondents = answers.values().stream().mapToLong(Long::longValue).sum();
        long left = answers.entrySet().stream()
                .filter(e -> neutralised.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return wave.measures().stream()
                .map(measure -> {
                    long numerator = answers.entrySet().stream()
                            .filter(e -> !neutralised.contains(e.getKey())
                                    && e.getKey().counts(measure))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
                    return new Rate(
                            measure,
                            wave,
                            percent(numerator, respondents - left, rounding),
                            numerator,
                            respondents - left,
                            cohortSize,
                            respondents,
                            left,
                            percent(respondents, cohortSize, rounding));
                })
                .toList();
    }

    private static @Nullable Integer percent(long part, long whole, RoundingMode rounding) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 0, rounding)
                        .intValueExact();
    }
}
