package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.incident.Ban;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R25. */
class ExamBanRuleTest {

    @ParameterizedTest(name = "banned from {0} to {1}: {2}")
    @CsvSource({
        "2026-03-10, 2027-03-07, 0",
        "2026-03-10, 2027-03-08, 1",
        "2027-03-09, 2027-12-31, 1",
        "2027-03-10, 2027-12-31, 0",
    })
    void noDayOfTheSessionLiesInTheBan(LocalDate from, LocalDate to, int faults) {
        Applicant a = new Applicant();
        a.bans = List.of(new Ban(UUID.randomUUID(), from, to));
        assertThat(Rules.faults(new ExamBanRule<>(), a.build())).isEqualTo(faults);
        // The ban came after the summons.
        assertThat(Rules.faults(new ExamBanRule<>(), new ExamBanRule.Sitting(a.startsOn, a.endsOn, a.bans)))
                .isEqualTo(faults);
    }
}
