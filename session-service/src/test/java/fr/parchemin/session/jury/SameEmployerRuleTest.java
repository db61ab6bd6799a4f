package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R52. */
class SameEmployerRuleTest {

    @ParameterizedTest(name = "{0} and {1}, trained by {2}, declared {3}: {4}")
    @CsvSource({
        "77572845400205, 77572845400205, , , 1",
        "77572845400205, 35600000000048, , , 0",
        "77572845400205, 77572845400015, , , 1",
        "77572845400205, , 77572845400015, , 1",
        "77572845400205, , , , 0",
        "77572845400205, , 77572845400205, , 1",
        "77572845400205, 35600000000048, 98222438800016, , 0",
        ", , , , 0",
        ", , , SAME_EMPLOYER, 1",
        ", , , TRAINER, 0",
    })
    void whoWorksInTheSameBodyDoesNotJudge(
            @Nullable String juror,
            @Nullable String candidate,
            @Nullable String trainedBy,
            @Nullable Ground declared,
            int faults) {
        assertThat(Rules.faults(new SameEmployerRule(), new Pair("Juré", juror, candidate, trainedBy, declared)))
                .isEqualTo(faults);
    }
}
