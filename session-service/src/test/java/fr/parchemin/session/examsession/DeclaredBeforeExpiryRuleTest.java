package fr.parchemin.session.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R9. */
class DeclaredBeforeExpiryRuleTest {

    @ParameterizedTest(name = "session {0}, declared {1}: {2}")
    @CsvSource({
        "2028-07-02, 2028-07-02, 0",
        "2028-09-04, 2028-07-02, 0",
        "2028-09-04, 2028-07-03, 1",
    })
    void sessionsOfTheGraceYearAreDeclaredBefore(String day, String today, int faults) {
        Declaration d = Declarations.of(day, day, today);
        assertThat(Rules.faults(new DeclaredBeforeExpiryRule(), d)).isEqualTo(faults);
        assertThat(Rules.faults(new DeclaredBeforeExpiryRule(), d, "grace.declared-before-expiry", "false"))
                .isZero();
    }

    @Test
    void whatWasDeclaredBeforeIsPostponedAfterwards() {
        Declaration again = Declarations.of("2028-11-06", "2028-11-06", "2028-09-04", LocalDate.of(2028, 7, 2));
        assertThat(Rules.faults(new DeclaredBeforeExpiryRule(), again)).isZero();
    }
}
