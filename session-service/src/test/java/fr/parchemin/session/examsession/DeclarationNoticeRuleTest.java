package fr.parchemin.session.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R63. */
class DeclarationNoticeRuleTest {

    @ParameterizedTest(name = "starts {0}, declared {1}: {2}")
    @CsvSource({
        "2027-03-08, 2027-01-08, 0",
        "2027-03-08, 2027-01-09, 1",
        "2027-04-30, 2027-02-28, 0",
        "2027-04-30, 2027-03-01, 1",
        "2027-03-08, 2027-03-08, 1",
    })
    void theAuthorityIsTold(String startsOn, String today, int faults) {
        Declaration d = Declarations.of(startsOn, startsOn, today);
        assertThat(Rules.faults(new DeclarationNoticeRule(), d)).isEqualTo(faults);
        assertThat(Rules.faults(new DeclarationNoticeRule(), d, "session.declaration.notice", "P0D"))
                .isZero();
    }
}
