package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.rules.Rules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R44. */
class AccreditedMembersRuleTest {

    @ParameterizedTest(name = "accredited {0}: {1}")
    @CsvSource({"true, 0", "false, 1"})
    void membersAreAccredited(boolean accredited, int faults) {
        List<Period> periods = accredited ? List.of(Juries.ACCREDITED) : List.of();
        JuryFacts facts = Juries.of(
                List.of(Juries.member(Juries.ONE), Juries.member(Juries.TWO, periods, null)), null, Set.of(), "R");
        assertThat(Rules.faults(new AccreditedMembersRule(), facts)).isEqualTo(faults);
    }
}
