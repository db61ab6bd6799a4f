package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R21. */
class SpecialisationHolderRuleTest {

    @ParameterizedTest(name = "{0}, title held {1}, trained {2}, {3}: {4}")
    @CsvSource({
        "CCS, true, true, CONTINUING, 0",
        "CCS, false, true, CONTINUING, 1",
        "CCS, true, false, CONTINUING, 1",
        "CCS, true, false, EXPERIENCE, 0",
        "CCS, false, false, CONTINUING, 2",
        "CCP, false, false, CONTINUING, 0",
        "TITLE, false, false, CONTINUING, 0",
    })
    void onlyHoldersSitASpecialisation(SessionType type, boolean held, boolean trained, AccessRoute route, int faults) {
        Applicant a = new Applicant();
        a.type = type;
        a.title = held;
        if (!trained) {
            a.untrained();
        }
        a.route = route;
        assertThat(Rules.faults(new SpecialisationHolderRule(), a.build())).isEqualTo(faults);
    }
}
