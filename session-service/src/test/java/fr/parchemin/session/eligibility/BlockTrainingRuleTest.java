package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R19. */
class BlockTrainingRuleTest {

    @ParameterizedTest(name = "trained {0}, experience {1}, holds {2}: {3}")
    @CsvSource({
        "true, false, , 0",
        "false, true, , 0",
        "false, false, RNCP37722BC01, 0",
        "false, false, , 1",
    })
    void whoSitsABlockWasTrainedOrHoldsAnother(boolean trained, boolean experience, @Nullable String held, int faults) {
        Applicant a = new Applicant().block("RNCP37722BC02");
        if (!trained) {
            a.untrained();
        }
        if (experience) {
            a.byExperience("2027-01-04");
        }
        a.blocks = held == null ? Set.of() : Set.of(held);
        assertThat(Rules.faults(new BlockTrainingRule(), a.build())).isEqualTo(faults);
    }
}
