package fr.parchemin.session.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.incident.Ban;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R25 at the examination. */
class BannedAtExamRuleTest {

    @ParameterizedTest(name = "banned from {0} to {1}: {2}")
    @CsvSource({
        "2026-03-10, 2027-03-07, 0",
        "2026-03-10, 2027-03-08, 1",
        "2027-03-09, 2027-12-31, 1",
        "2027-03-10, 2027-12-31, 0",
    })
    void noDayOfTheSessionLiesInTheBan(LocalDate from, LocalDate to, int faults) {
        var sitting = new BannedAtExamRule.Sitting(
                LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 9), List.of(new Ban(UUID.randomUUID(), from, to)));
        assertThat(Rules.faults(new BannedAtExamRule(), sitting)).isEqualTo(faults);
    }
}
