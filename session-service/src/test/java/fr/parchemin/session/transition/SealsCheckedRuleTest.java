package fr.parchemin.session.transition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R69. */
class SealsCheckedRuleTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"Responsable, Candidat, 0", ", Candidat, 1", "Responsable, , 1", ", , 2"})
    void theResponsableAndACandidateCheckTheSeals(@Nullable String checkedBy, @Nullable String witness, int faults) {
        assertThat(Rules.faults(new SealsCheckedRule(), new SealCheck(checkedBy, witness)))
                .isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0} witnesses: {1}")
    @CsvSource({"0, 0", "1, 1"})
    void theNumberOfWitnessesIsASetting(String witnesses, int faults) {
        assertThat(Rules.faults(
                        new SealsCheckedRule(), new SealCheck("Responsable", null), "dte.seal-witnesses", witnesses))
                .isEqualTo(faults);
    }
}
