package fr.parchemin.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R87: the deadline; what is not valid on the exam day is recorded as such. */
class CertificateDeadlineRuleTest {

    @ParameterizedTest(name = "deliberated {0}: {1}")
    @CsvSource({"false, 0", "true, 1"})
    void beforeTheDeliberation(boolean deliberated, int faults) {
        LocalDate day = LocalDate.of(2027, 3, 8);
        assertThat(Rules.faults(
                        new CertificateDeadlineRule(), new Presentation(true, "TITLE", day, null, day, deliberated)))
                .isEqualTo(faults);
    }
}
