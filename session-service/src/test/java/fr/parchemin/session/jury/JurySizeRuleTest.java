package fr.parchemin.session.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R49. */
class JurySizeRuleTest {

    @ParameterizedTest(name = "{0} members, present {1}: {2}")
    @CsvSource({
        "1, , 1",
        "2, , 0",
        "3, , 0",
        "2, 1-2, 0",
        "3, 1-3, 0",
        "3, 1, 1",
        "3, none, 1",
    })
    void twoMembersAndTwoPresent(int size, @Nullable String present, int faults) {
        JuryFacts facts = Juries.of(size, present == null ? null : Juries.jurors(present), Set.of());
        assertThat(Rules.faults(new JurySizeRule(), facts)).isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({"jury.min-members, 3, 1", "jury.min-members, 1, 0"})
    void theNumberIsASetting(String key, String value, int faults) {
        assertThat(Rules.faults(new JurySizeRule(), Juries.of(2, null, Set.of()), key, value))
                .isEqualTo(faults);
    }
}
