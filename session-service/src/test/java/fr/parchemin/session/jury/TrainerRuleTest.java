package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R53. */
class TrainerRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SAME_EMPLOYER, 0", "TRAINER, 1", "PERSONAL, 0", ", 0"})
    void declaredByAnybody(@Nullable Ground declared, int faults) {
        assertThat(Rules.faults(new TrainerRule(), new Pair("Juré", null, null, null, declared)))
                .isEqualTo(faults);
    }
}
