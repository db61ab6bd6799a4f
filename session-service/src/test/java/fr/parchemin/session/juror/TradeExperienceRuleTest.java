package fr.parchemin.session.juror;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R45. */
class TradeExperienceRuleTest {

    @ParameterizedTest(name = "{0} years, left {1}: {2}")
    @CsvSource({
        "3, , 0",
        "2, , 1",
        "10, 2021-01-01, 0",
        "10, 2020-12-31, 1",
        "0, 2010-01-01, 2",
    })
    void threeYearsAndNotLeftForMoreThanFive(int years, @Nullable LocalDate left, int faults) {
        Accreditation a = new Accreditation(
                LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), years, left, LocalDate.of(2028, 7, 2));
        assertThat(Rules.faults(new TradeExperienceRule(), a)).isEqualTo(faults);
    }
}
