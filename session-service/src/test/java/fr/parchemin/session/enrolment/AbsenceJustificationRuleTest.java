package fr.parchemin.session.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R103. */
class AbsenceJustificationRuleTest {

    @ParameterizedTest(name = "justified on {0}, {1}: {2}")
    @CsvSource({"2026-11-23, P15D, 0", "2026-12-08, P15D, 0", "2026-12-09, P15D, 1", "2026-12-23, P1M, 0"})
    void theJustificationComesWithinItsTime(LocalDate today, String deadline, int faults) {
        var justification = new AbsenceJustificationRule.Justification(LocalDate.of(2026, 11, 23), today);
        assertThat(Rules.faults(
                        new AbsenceJustificationRule(), justification, "absence.justification-deadline", deadline))
                .isEqualTo(faults);
    }
}
