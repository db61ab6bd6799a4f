package fr.parchemin.session.transition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R120. */
class AnnulmentDecisionRuleTest {

    @ParameterizedTest(name = "decided on {0}: {1}")
    @CsvSource({"2026-11-22, 1", "2026-11-23, 0", "2026-12-01, 0", "2026-12-02, 1"})
    void theDecisionWasTakenSinceTheOpening(LocalDate decidedOn, int faults) {
        var decision =
                new AnnulmentDecisionRule.Decision(decidedOn, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 1));
        assertThat(Rules.faults(new AnnulmentDecisionRule(), decision)).isEqualTo(faults);
    }
}
