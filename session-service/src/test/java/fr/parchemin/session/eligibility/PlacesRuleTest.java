package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R62. */
class PlacesRuleTest {

    @ParameterizedTest(name = "{1} of {0} taken: {2}")
    @CsvSource({"12, 0, 0", "12, 11, 0", "12, 12, 1", "12, 13, 1", "1, 1, 1"})
    void aPlaceIsLeft(int declared, int taken, int faults) {
        assertThat(Rules.faults(new PlacesRule(), new Places(declared, taken))).isEqualTo(faults);
    }
}
