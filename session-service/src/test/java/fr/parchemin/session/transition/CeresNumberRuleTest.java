package fr.parchemin.session.transition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R64. */
class CeresNumberRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"CERES-1, 0", ", 1"})
    void theSessionCarriesItsNumber(@Nullable String number, int faults) {
        assertThat(Rules.faults(new CeresNumberRule(), new KitReceipt(number))).isEqualTo(faults);
        assertThat(Rules.faults(
                        new CeresNumberRule(), new KitReceipt(number), "session.ceres-number.required", "false"))
                .isZero();
    }
}
