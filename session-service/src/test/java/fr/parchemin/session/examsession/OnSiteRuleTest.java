package fr.parchemin.session.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R74. */
class OnSiteRuleTest {

    @ParameterizedTest(name = "remote {0}: {1}")
    @CsvSource({"false, 0", "true, 1"})
    void sessionsAreHeldOnSite(boolean remote, int faults) {
        Declaration d = Declarations.of("2027-03-08", "2027-03-08", "2026-01-01");
        Declaration session = new Declaration(
                d.type(),
                d.target(),
                d.startsOn(),
                d.endsOn(),
                d.today(),
                d.declaredOn(),
                remote,
                d.certification(),
                d.approvals(),
                List.of());
        assertThat(Rules.faults(new OnSiteRule(), session)).isEqualTo(faults);
        assertThat(Rules.faults(new OnSiteRule(), session, "session.remote.allowed", "true"))
                .isZero();
    }
}
