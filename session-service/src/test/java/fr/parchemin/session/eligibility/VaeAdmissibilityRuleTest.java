package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R22. */
class VaeAdmissibilityRuleTest {

    @ParameterizedTest(name = "since {0}: {1}")
    @CsvSource({
        "2026-03-07, 1",
        "2026-03-08, 0",
        "2027-03-08, 0",
        "2027-03-09, 1",
        ", 1",
    })
    void theSessionBeginsWithinTheYear(@Nullable String since, int faults) {
        Applicant a = new Applicant().byExperience(since);
        assertThat(Rules.faults(new VaeAdmissibilityRule(), a.build())).isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "vae.admissibility.validity, P2Y, 0",
        "vae.admissibility.validity, P6M, 1",
        "vae.admissibility.reference, SESSION_END, 1",
    })
    void validityAndReferenceAreSettings(String key, String value, int faults) {
        Applicant a = new Applicant().byExperience("2026-03-08");
        assertThat(Rules.faults(new VaeAdmissibilityRule(), a.build(), key, value))
                .isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource("2020-01-01")
    void otherRoutesNeedNone(LocalDate since) {
        Applicant a = new Applicant();
        a.admissibleSince = since;
        assertThat(Rules.faults(new VaeAdmissibilityRule(), a.build())).isZero();
    }
}
