package fr.parchemin.session.examsession;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/**
 * R138 (design), for jurors: they see a session until its record is signed. A record that the authority returned is drafted
 * again, so they see it again.
 */
final class JurorAccessRule implements Rule<SessionState> {

    private static final String UNTIL = "access.juror.until";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R138",
                    Certainty.ASSUMED,
                    "design",
                    "A juror sees the candidates assigned to him for the time of the session and the drafting of the PV.",
                    RuleSheet.parameter(UNTIL, SessionState.PV_SIGNED.name()))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(SessionState facts, Parameters parameters) {
        boolean ended =
                switch (facts) {
                    case DRAFT, DECLARED, DTE_SENT, CONVOKED, IN_PROGRESS, POSTPONED, CANCELLED, RETURNED -> false;
                    case ANNULLED -> true;
                    case RESULTS_ENTERED, PV_SIGNED, PV_SUBMITTED, VALIDATED, NOTIFIED, ARCHIVED ->
                        facts.compareTo(SessionState.valueOf(parameters.text(UNTIL))) >= 0;
                };
        return ended ? List.of("The session is %s: its jury has done its work.".formatted(facts)) : List.of();
    }
}
