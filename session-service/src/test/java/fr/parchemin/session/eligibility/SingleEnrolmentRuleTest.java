package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R28. */
class SingleEnrolmentRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"false, 0", "true, 1"})
    void oneEnrolmentPerSession(boolean enrolled, int faults) {
        Applicant a = new Applicant();
        a.enrolled = enrolled;
        assertThat(Rules.faults(new SingleEnrolmentRule(), a.build())).isEqualTo(faults);
    }
}
