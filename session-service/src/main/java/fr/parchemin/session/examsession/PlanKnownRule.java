package fr.parchemin.session.examsession;

import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R78 (FICHE): events, their order, durations and parts come from the assessment plan of the version: without one nothing can be examined. */
final class PlanKnownRule implements Rule<Declaration> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R78",
            Certainty.FICHE,
            "FICHE",
            "Events, their order, durations and parts come from the assessment reference of the version.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Declaration facts, Parameters parameters) {
        AssessmentPlan plan = facts.certification().plan();
        if (plan == null) {
            return List.of("No assessment plan of %s is known (yet)."
                    .formatted(facts.certification().number()));
        }
        return plan.target(facts.target()).isEmpty()
                ? List.of("The assessment plan of %s does not tell how %s is assessed."
                        .formatted(facts.certification().number(), facts.target()))
                : List.of();
    }
}
