package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/**
 * R100 (A2015 art. 10; RDS): after a failure, an absence or a partial success on a training route, a new attempt begins
 * within a year without new training; after it a new training is needed. R101 (CENTRE): the year starts at the
 * deliberation. R103 (RG2008 §5): a justified absence is not an attempt.
 */
final class ResitWindowRule implements Rule<Candidature> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R100",
            Certainty.LAW_Q,
            "A2015 art. 10; RDS; R101: CENTRE; R103: RG2008 §5",
            "Failure, partial success or absence on a training route: new attempt within 1 year of the deliberation without new training; after it, a new coherent training. A justified absence is not an attempt.",
            Resits.WINDOW,
            Resits.START,
            Resits.JUSTIFIED);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        if (facts.byExperience()) {
            return List.of();
        }
        Resits resits = Resits.of(facts, parameters);
        return resits.lastDay() != null && facts.startsOn().isAfter(resits.lastDay())
                ? List.of(
                        "The year to sit again ran from %s to %s: a session on %s needs a training that began after the earlier attempt."
                                .formatted(resits.startsOn(), resits.lastDay(), facts.startsOn()))
                : List.of();
    }
}
