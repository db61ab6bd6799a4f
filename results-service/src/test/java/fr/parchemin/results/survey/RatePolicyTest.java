package fr.parchemin.results.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatePolicyTest {

    private static final Set<Situation> NEUTRALISED = EnumSet.of(
            Situation.FURTHER_STUDIES,
            Situation.WORK_STUDY_CONTRACT,
            Situation.UNABLE_TO_WORK,
            Situation.WORKING_ABROAD);

    @Test
    void nobodyAnsweredIsNoRate() {
        List<Rate> rates = rates(Wave.P6M, Map.of(), 247);
        assertThat(rates).extracting(Rate::percent).containsExactly(null, null);
        assertThat(rates).extracting(Rate::responseRate).containsExactly(0, 0);
        assertThat(rates(Wave.P24M, Map.of(), 0))
                .containsExactly(new Rate(Measure.TARGET_JOB, Wave.P24M, null, 0, 0, 0, 0, 0, null));
    }

    @Test
    void whoIsNeutralisedIsInNeitherPart() {
        assertThat(rates(Wave.P6M, Map.of(Situation.FURTHER_STUDIES, 3L), 4))
                .containsExactly(
                        new Rate(Measure.EMPLOYMENT, Wave.P6M, null, 0, 0, 4, 3, 3, 75),
                        new Rate(Measure.TARGET_JOB, Wave.P6M, null, 0, 0, 4, 3, 3, 75));
        assertThat(rates(
                        Wave.P6M,
                        Map.of(
                                Situation.TARGET_JOB, 2L,
                                Situation.OTHER_JOB, 1L,
                                Situation.SEEKING_WORK, 5L,
                                Situation.WORKING_ABROAD, 7L,
                                Situation.WORK_STUDY_CONTRACT, 1L),
                        20))
                .containsExactly(
                        new Rate(Measure.EMPLOYMENT, Wave.P6M, 38, 3, 8, 20, 16, 8, 80),
                        new Rate(Measure.TARGET_JOB, Wave.P6M, 25, 2, 8, 20, 16, 8, 80));
    }

    @Test
    void whatIsNeutralisedIsConfiguration() {
        assertThat(RatePolicy.rates(
                        Wave.P6M,
                        Map.of(Situation.WORKING_ABROAD, 1L, Situation.SEEKING_WORK, 1L),
                        Set.of(),
                        2,
                        RoundingMode.HALF_UP))
                .extracting(Rate::percent)
                .containsExactly(50, 0);
    }

    @Test
    void halvesGoUp() {
        Map<Situation, Long> answers = Map.of(Situation.TARGET_JOB, 1L, Situation.SEEKING_WORK, 7L);
        assertThat(rates(Wave.P24M, answers, 8).getFirst().percent()).isEqualTo(13);
        assertThat(RatePolicy.rates(Wave.P24M, answers, NEUTRALISED, 8, RoundingMode.HALF_EVEN)
                        .getFirst()
                        .percent())
                .isEqualTo(12);
    }

    /** Said once more, person by person and without fractions. */
    @Test
    void agreesWithACountByHand() {
        long seed = 20261128L;
        Random random = new Random(seed);
        for (int history = 0; history < 3_000; history++) {
            List<Situation> people = new ArrayList<>();
            for (int p = random.nextInt(40); p > 0; p--) {
                people.add(Situation.values()[random.nextInt(Situation.values().length)]);
            }
            int silent = random.nextInt(10);
            Map<Situation, Long> answers = new EnumMap<>(Situation.class);
            people.forEach(s -> answers.merge(s, 1L, Long::sum));
            int asked = 0;
            int employed = 0;
            int onTarget = 0;
            for (Situation person : people) {
                switch (person) {
                    case TARGET_JOB -> {
                        asked++;
                        employed++;
                        onTarget++;
                    }
                    case OTHER_JOB -> {
                        asked++;
                        employed++;
                    }
                    case SEEKING_WORK, NOT_SEEKING_WORK -> asked++;
                    default -> {
                        // Neutralised.
                    }
                }
            }
            assertThat(rates(Wave.P6M, answers, people.size() + silent))
                    .as("seed %d, history %d: %s", seed, history, people)
                    .extracting(Rate::percent)
                    .containsExactly(nearest(employed, asked), nearest(onTarget, asked));
        }
    }

    private static @Nullable Integer nearest(int part, int whole) {
        return whole == 0 ? null : (200 * part + whole) / (2 * whole);
    }

    private static List<Rate> rates(Wave wave, Map<Situation, Long> answers, long cohort) {
        return RatePolicy.rates(wave, answers, NEUTRALISED, cohort, RoundingMode.HALF_UP);
    }
}
