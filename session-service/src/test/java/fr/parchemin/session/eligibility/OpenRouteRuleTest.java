package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.rules.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R17. */
class OpenRouteRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "INITIAL, 1",
        "APPRENTICESHIP, 0",
        "CONTINUING, 0",
        "PROFESSIONALISATION, 0",
        "INDIVIDUAL, 1",
        "EXPERIENCE, 0",
    })
    void theRecordOpensTheRoute(AccessRoute route, int faults) {
        Applicant a = new Applicant();
        a.route = route;
        assertThat(Rules.faults(new OpenRouteRule(), a.build())).isEqualTo(faults);
    }
}
