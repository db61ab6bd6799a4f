package fr.parchemin.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R88. */
class CertificateValidityRuleTest {

    @ParameterizedTest(name = "issued {0} until {1}: {2}")
    @CsvSource({
        "2025-03-08, , 0",
        "2025-03-08, 2027-03-08, 0",
        "2025-03-08, 2026-01-01, 0",
        "2025-03-08, 2027-03-09, 1",
        "2024-02-29, 2026-02-28, 0",
        "2024-02-29, 2026-03-01, 1",
    })
    void twentyFourMonths(LocalDate issuedOn, @Nullable LocalDate until, int faults) {
        Presentation facts = new Presentation(true, "TITLE", issuedOn, until, LocalDate.of(2027, 3, 8), false);
        assertThat(Rules.faults(new CertificateValidityRule(), facts)).isEqualTo(faults);
        assertThat(Rules.faults(new CertificateValidityRule(), facts, "sst.validity", "P36M"))
                .isZero();
    }

    @ParameterizedTest(name = "issued {0}: until {1}")
    @CsvSource({"2025-03-08, 2027-03-08", "2024-02-29, 2026-02-28"})
    void theLastDayWhenTheCertificateHasNone(LocalDate issuedOn, LocalDate until) {
        assertThat(CertificateValidityRule.lastDay(
                        issuedOn, Parameters.defaults(new CertificateValidityRule().sheet())))
                .isEqualTo(until);
    }
}
