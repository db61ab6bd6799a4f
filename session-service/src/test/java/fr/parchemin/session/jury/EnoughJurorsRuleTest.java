package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R56. */
class EnoughJurorsRuleTest {

    @ParameterizedTest(name = "{0} members, present {1}, excluded {2}: {3}")
    @CsvSource({
        "2, , , 0",
        "2, , 1, 1",
        "3, , 1, 0",
        "3, , 1-2, 1",
        "3, 1-2, , 0",
        "3, 1-2, 1, 1",
        "3, 1-2, 3, 0",
    })
    void eachCandidateKeepsTwoJurors(int size, @Nullable String present, @Nullable String excluded, int faults) {
        JuryFacts facts = Juries.of(size, present == null ? null : Juries.jurors(present), Juries.jurors(excluded));
        assertThat(Rules.faults(new EnoughJurorsRule(), facts)).isEqualTo(faults);
    }
}
