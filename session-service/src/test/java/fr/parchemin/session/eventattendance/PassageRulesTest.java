package fr.parchemin.session.eventattendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R70 and R71. */
class PassageRulesTest {

    @ParameterizedTest(name = "{0}, checked {1}, at {2}: R70 {3}, R71 {4}")
    @CsvSource({
        "PRESENT, true, 2026-11-23T09:00:00Z, 0, 0",
        "PRESENT, false, 2026-11-23T09:00:00Z, 1, 0",
        "PRESENT, true, , 0, 1",
        "PRESENT, false, , 1, 1",
        "ABSENT, false, , 0, 0",
    })
    void whoPassesWasCheckedAndHasATime(
            EventStatus status, boolean checked, @Nullable Instant at, int first, int second) {
        Passage facts = new Passage(status, checked, at);
        assertThat(Rules.faults(new IdentityCheckedFirstRule(), facts)).isEqualTo(first);
        assertThat(Rules.faults(new PassageTimeRule(), facts)).isEqualTo(second);
    }
}
