package fr.parchemin.session.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.Titles;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.rules.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R78. */
class PlanKnownRuleTest {

    @Test
    void thePlanTellsHowTheTargetIsAssessed() {
        Certification c = Titles.valid();
        Certification bare = new Certification(
                c.number(), c.title(), c.registrationEndsOn(), null, List.of(), c.routes(), c.blocks(), null);
        assertThat(faults("TITLE", c)).isZero();
        assertThat(faults("RNCP37722BC01", c)).isEqualTo(1);
        assertThat(faults("TITLE", bare)).isEqualTo(1);
    }

    private static int faults(String target, Certification c) {
        Declaration d = Declarations.of("2027-03-08", "2027-03-08", "2026-01-01");
        return Rules.faults(
                new PlanKnownRule(),
                new Declaration(
                        d.type(),
                        target,
                        d.startsOn(),
                        d.endsOn(),
                        d.today(),
                        d.declaredOn(),
                        false,
                        c,
                        d.approvals(),
                        List.of()));
    }
}
