package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R28 (assumed): one active enrolment per candidate, session and object. The database keeps it too (uq_enrolment_active). */
final class SingleEnrolmentRule implements Rule<Candidature> {

    private static final RuleSheet SHEET = RuleSheet.of(
                    "R28",
                    Certainty.ASSUMED,
                    "—",
                    "One active enrolment per candidate, session and object (title, CCP or CCS).")
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        return facts.enrolledAlready() ? List.of("The candidate is enrolled in this session already.") : List.of();
    }
}
