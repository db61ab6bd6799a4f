package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R75. */
class ManagerApartRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Fictif Responsable, 0",
        "Fictif Juré, 1",
        "JURE fictif, 1",
        "Fictif Alpha, 1",
        "alpha usuel, 1",
        "Fictif Alpha Beta, 1",
        "Fictif Beta, 0",
        "Usuel Fictif, 0",
    })
    void theResponsableIsNeitherJurorNorCandidate(String manager, int faults) {
        JuryFacts facts = Juries.of(List.of(Juries.member(Juries.ONE)), null, Set.of(), manager);
        assertThat(Rules.faults(new ManagerApartRule(), facts)).isEqualTo(faults);
    }
}
