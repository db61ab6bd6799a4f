package fr.parchemin.session.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R122. */
class IdentityFreezeRuleTest {

    @ParameterizedTest(name = "frozen {0}, name {1}: {2}")
    @CsvSource({
        "false, Fictif, 0",
        "false, Autre, 0",
        "true, Fictif, 0",
        "true, Autre, 1",
    })
    void theIdentityIsFrozenAtTheExamination(boolean frozen, String name, int faults) {
        assertThat(Rules.faults(
                        new IdentityFreezeRule(),
                        new IdentityFreezeRule.Change(frozen, identity("Fictif"), identity(name))))
                .isEqualTo(faults);
    }

    private static CivilIdentity identity(String birthName) {
        return new CivilIdentity(
                birthName, null, List.of("Alpha"), Sex.F, LocalDate.of(1996, 3, 14), "35238", "Rennes", "FRA");
    }
}
