package fr.parchemin.session.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.Titles;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R8, for a session. */
class SessionWithinValidityRuleTest {

    @ParameterizedTest(name = "ends {0}, last delivery {1}: {2}")
    @CsvSource({
        "2028-07-02, , 0",
        "2028-07-03, , 0",
        "2029-07-02, , 0",
        "2029-07-03, , 1",
        "2028-12-31, 2028-12-31, 0",
        "2029-01-01, 2028-12-31, 1",
        "2029-09-01, 2030-07-02, 0",
    })
    void sessionsRemainPossibleForOneYear(String day, @Nullable LocalDate lastDelivery, int faults) {
        Declaration d = Declarations.of(
                day, day, "2027-01-01", Titles.ending(Titles.END, lastDelivery, List.of()), Declarations.APPROVED);
        assertThat(Rules.faults(new SessionWithinValidityRule(), d)).isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "grace.duration, P2Y, 0",
        "grace.duration, P6M, 1",
        "grace.applies-to, REVISED, 1",
        "grace.applies-to, CLOSED, 0",
    })
    void lengthAndKindAreSettings(String key, String value, int faults) {
        Declaration d = Declarations.of("2029-02-01", "2029-02-01", "2027-01-01");
        assertThat(Rules.faults(new SessionWithinValidityRule(), d, key, value)).isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource("2099-01-01")
    void aTitleWithoutEndNeverExpires(String day) {
        Declaration d =
                Declarations.of(day, day, "2027-01-01", Titles.ending(null, null, List.of()), Declarations.APPROVED);
        assertThat(Rules.faults(new SessionWithinValidityRule(), d)).isZero();
    }
}
