package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R48. */
class AccreditationActiveRuleTest {

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2025-01-01, 2028-07-02, 0",
        "2027-03-08, 2027-03-09, 0",
        "2027-03-09, 2027-12-31, 1",
        "2025-01-01, 2027-03-08, 1",
    })
    void activeOnEveryDay(LocalDate from, LocalDate to, int faults) {
        JuryFacts facts =
                Juries.of(List.of(Juries.member(Juries.ONE, List.of(new Period(from, to)), null)), null, Set.of(), "R");
        assertThat(Rules.faults(new AccreditationActiveRule(), facts)).isEqualTo(faults);
    }

    @ParameterizedTest(name = "until {0}: {1}")
    @CsvSource({"2027-03-01, 0", "2027-02-28, 1"})
    void inTheGraceYearOneThatRanToTheLastDayHoldsOn(LocalDate until, int faults) {
        JuryFacts f = Juries.of(
                List.of(Juries.member(Juries.ONE, List.of(new Period(LocalDate.of(2025, 1, 1), until)), null)),
                null,
                Set.of(),
                "R");
        JuryFacts expired = new JuryFacts(
                f.certificationNumber(),
                LocalDate.of(2027, 3, 1),
                f.startsOn(),
                f.endsOn(),
                f.today(),
                f.manager(),
                f.members(),
                null,
                f.seats());
        assertThat(Rules.faults(new AccreditationActiveRule(), expired)).isEqualTo(faults);
        assertThat(Rules.faults(new AccreditationActiveRule(), expired, "accreditation.grace-extension", "false"))
                .isEqualTo(1);
    }
}
