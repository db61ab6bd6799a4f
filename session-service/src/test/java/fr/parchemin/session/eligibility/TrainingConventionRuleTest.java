package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R39. */
class TrainingConventionRuleTest {

    @ParameterizedTest(name = "trained by {0}, convention from {1} to {2}: {3}")
    @CsvSource({
        "98222438800016, , , 0",
        ", , , 0",
        "35600000000048, , , 1",
        "35600000000048, 2027-01-01, 2027-12-31, 0",
        "35600000000048, 2027-03-08, 2027-03-08, 0",
        "35600000000048, 2027-03-09, 2027-12-31, 1",
        "35600000000048, 2026-01-01, 2027-03-07, 1",
    })
    void whoTrainedElsewhereNeedsAConvention(
            @Nullable String provider, @Nullable LocalDate from, @Nullable LocalDate to, int faults) {
        Applicant a = new Applicant();
        a.provider = provider;
        a.agreements = from == null || to == null ? List.of() : List.of(new Period(from, to));
        assertThat(Rules.faults(new TrainingConventionRule(), a.build())).isEqualTo(faults);
    }
}
