package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R5. */
class EntryBeforeExpiryRuleTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "CONTINUING, 2028-07-01, 0",
        "CONTINUING, 2028-07-02, 0",
        "CONTINUING, 2028-07-03, 1",
        "EXPERIENCE, 2028-07-02, 0",
        "EXPERIENCE, 2028-07-03, 1",
        "CONTINUING, , 0",
    })
    void nobodyEntersAfterTheLastDay(AccessRoute route, @Nullable LocalDate entered, int faults) {
        Applicant a = new Applicant();
        a.route = route;
        a.startedOn = route == AccessRoute.EXPERIENCE ? null : entered;
        a.admissibleSince = route == AccessRoute.EXPERIENCE ? entered : null;
        assertThat(Rules.faults(new EntryBeforeExpiryRule(), a.build())).isEqualTo(faults);
    }
}
