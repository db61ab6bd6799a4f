package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R8, for a candidate. */
class GraceCandidateRuleTest {

    @ParameterizedTest(name = "session {0}, entered {1}, outcome {2}, block {3}: {4}")
    @CsvSource({
        "2028-07-02, 2028-07-03, , , 0",
        "2028-09-04, 2028-07-02, , , 0",
        "2028-09-04, 2028-07-03, , , 1",
        "2028-09-04, , FAILURE, , 0",
        "2028-09-04, , PARTIAL_SUCCESS, , 0",
        "2028-09-04, , ABSENT, , 1",
        "2028-09-04, , , RNCP37722BC01, 0",
        "2028-09-04, , , , 1",
    })
    void onlyThoseUnderWaySitInTheYearAfter(
            String day, @Nullable LocalDate entered, @Nullable String outcome, @Nullable String block, int faults) {
        Applicant a = new Applicant().on(day);
        a.startedOn = entered;
        a.outcomes = outcome == null ? Set.of() : Set.of(outcome);
        a.blocks = block == null ? Set.of() : Set.of(block);
        assertThat(Rules.faults(new GraceCandidateRule(), a.build())).isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'TRAINING_BEGUN', 0", "'EARLIER_FAILURE', 1", "'', 1"})
    void theReasonsAreASetting(String reasons, int faults) {
        Applicant a = new Applicant().on("2028-09-04");
        assertThat(Rules.faults(new GraceCandidateRule(), a.build(), "grace.reasons", reasons))
                .isEqualTo(faults);
    }
}
