package fr.parchemin.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.Titles;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R85. */
class FirstAidCertificateRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"TITLE, 0", "RNCP37722BC02, 0", "RNCP37722BC01, 1", "RNCP37722BC03, 1"})
    void onlyWhereACompetenceIsProvedByIt(String target, int faults) {
        AssessmentPlan plan = Objects.requireNonNull(Titles.valid().plan());
        LocalDate day = LocalDate.of(2027, 3, 8);
        assertThat(Rules.faults(
                        new FirstAidCertificateRule(),
                        new Presentation(plan.asksFor("SST", target), target, day, null, day, false)))
                .isEqualTo(faults);
    }
}
