package fr.parchemin.session.transition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R67. */
class LateSummonsReasonRuleTest {

    @ParameterizedTest(name = "late {0}, reasoned {1}: {2}")
    @CsvSource({"false, false, 0", "false, true, 0", "true, true, 0", "true, false, 1"})
    void aLateSummonsHasItsReason(boolean late, boolean reasoned, int faults) {
        var facts = new LateSummonsReasonRule.Late(late, reasoned);
        assertThat(Rules.faults(new LateSummonsReasonRule(), facts)).isEqualTo(faults);
        assertThat(Rules.faults(new LateSummonsReasonRule(), facts, "convocation.late.requires-reason", "false"))
                .isZero();
    }
}
