package fr.parchemin.session.draw;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R82. */
class SingleDrawRuleTest {

    @ParameterizedTest(name = "after {0}, reason {1}: {2}")
    @CsvSource({"0, , 0", "1, , 1", "1, Incident, 0", "2, Incident, 0"})
    void notRepeatedWithoutReason(int earlier, @Nullable String reason, int faults) {
        DrawFacts facts = Events.facts(Events.event(1, "REGULATION"), Events.POOL, earlier, reason);
        assertThat(Rules.faults(new SingleDrawRule(), facts)).isEqualTo(faults);
        assertThat(Rules.faults(new SingleDrawRule(), facts, "draw.redraw", "NEVER"))
                .isEqualTo(earlier == 0 ? 0 : 1);
    }
}
