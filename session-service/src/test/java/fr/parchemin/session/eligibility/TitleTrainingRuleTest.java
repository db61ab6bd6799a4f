package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R18. */
class TitleTrainingRuleTest {

    @ParameterizedTest(name = "{0} by {1} from {2} to {3}: {4}")
    @CsvSource({
        "CONTINUING, 98222438800016, 2026-09-01, 2027-02-26, 0",
        "CONTINUING, 98222438800016, 2026-09-01, 2026-09-01, 0",
        "CONTINUING, 98222438800016, 2026-09-02, 2026-09-01, 1",
        "CONTINUING, , 2026-09-01, 2027-02-26, 1",
        "CONTINUING, 98222438800016, , 2027-02-26, 1",
        "CONTINUING, 98222438800016, 2026-09-01, , 1",
        "EXPERIENCE, , , , 0",
    })
    void whoSitsTheTitleWasTrained(
            AccessRoute route,
            @Nullable String provider,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int faults) {
        Applicant a = new Applicant();
        a.route = route;
        a.provider = provider;
        a.startedOn = from;
        a.endedOn = to;
        assertThat(Rules.faults(new TitleTrainingRule(), a.build())).isEqualTo(faults);
        assertThat(Rules.faults(new TitleTrainingRule(), a.build(), "enrolment.training.required", "false"))
                .isZero();
        assertThat(Rules.faults(
                        new TitleTrainingRule(), a.block("RNCP37722BC01").build()))
                .isZero();
    }
}
