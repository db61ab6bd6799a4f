package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R57. */
class CharterRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2027-01-04, 0", "2027-03-08, 0", "2027-03-09, 1", ", 1"})
    void jurorsAcceptTheCharter(@Nullable LocalDate accepted, int faults) {
        JuryFacts facts = Juries.of(
                List.of(Juries.member(Juries.ONE), Juries.member(Juries.TWO, List.of(Juries.ACCREDITED), accepted)),
                null,
                Set.of(),
                "R");
        assertThat(Rules.faults(new CharterRule(), facts)).isEqualTo(faults);
        assertThat(Rules.faults(new CharterRule(), facts, "jury.charter.required", "false"))
                .isZero();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"2027-02-01, 2027-02-01, 0", "2027-02-02, 2027-02-01, 1"})
    void notOnADayThatIsStillToCome(LocalDate accepted, LocalDate today, int faults) {
        JuryFacts f = Juries.of(
                List.of(Juries.member(Juries.ONE, List.of(Juries.ACCREDITED), accepted)), null, Set.of(), "R");
        JuryFacts before = new JuryFacts(
                f.certificationNumber(),
                f.titleEndsOn(),
                f.startsOn(),
                f.endsOn(),
                today,
                f.manager(),
                f.members(),
                f.present(),
                f.seats());
        assertThat(Rules.faults(new CharterRule(), before)).isEqualTo(faults);
    }
}
