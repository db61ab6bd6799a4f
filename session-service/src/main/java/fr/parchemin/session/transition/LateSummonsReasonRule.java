package fr.parchemin.session.transition;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R67 (assumed): a late convocation needs the candidate's written consent or a decision recorded with author and reason. */
final class LateSummonsReasonRule implements Rule<LateSummonsReasonRule.Late> {

    private static final String REQUIRES_REASON = "convocation.late.requires-reason";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R67",
            Certainty.ASSUMED,
            "—",
            "A late convocation needs the candidate's written consent or a decision recorded with author and reason.",
            RuleSheet.parameter(REQUIRES_REASON, "true"));

    /**
     * A summons.
     *
     * @param late whether the notice is shorter than R66 asks
     */
    record Late(boolean late, boolean reasoned) {}

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Late facts, Parameters parameters) {
        return facts.late() && !facts.reasoned() && parameters.flag(REQUIRES_REASON)
                ? List.of("The summons is late and no consent or decision is recorded.")
                : List.of();
    }
}
