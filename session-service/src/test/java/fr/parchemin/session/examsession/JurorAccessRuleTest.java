package fr.parchemin.session.examsession;

import static fr.parchemin.session.examsession.SessionState.ANNULLED;
import static fr.parchemin.session.examsession.SessionState.ARCHIVED;
import static fr.parchemin.session.examsession.SessionState.NOTIFIED;
import static fr.parchemin.session.examsession.SessionState.PV_SIGNED;
import static fr.parchemin.session.examsession.SessionState.PV_SUBMITTED;
import static fr.parchemin.session.examsession.SessionState.VALIDATED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R138, for jurors. */
class JurorAccessRuleTest {

    @Test
    void untilTheRecordIsSigned() {
        assertThat(over("PV_SIGNED")).containsExactly(PV_SIGNED, PV_SUBMITTED, VALIDATED, NOTIFIED, ARCHIVED, ANNULLED);
        assertThat(Rules.faults(new JurorAccessRule(), PV_SIGNED)).isEqualTo(1);
    }

    @Test
    void anAuthorityLetsThemSeeItLonger() {
        assertThat(over("VALIDATED")).containsExactly(VALIDATED, NOTIFIED, ARCHIVED, ANNULLED);
    }

    private static List<SessionState> over(String until) {
        return Arrays.stream(SessionState.values())
                .filter(s -> Rules.faults(new JurorAccessRule(), s, "access.juror.until", until) > 0)
                .toList();
    }
}
