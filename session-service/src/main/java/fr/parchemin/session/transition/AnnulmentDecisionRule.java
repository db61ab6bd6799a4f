package fr.parchemin.session.transition;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R120 (RG2008 §5): the administration annuls a session by a reasoned decision, which has been taken when it is recorded. R121: what came of the session is undone, and attempts are given back. */
final class AnnulmentDecisionRule implements Rule<AnnulmentDecisionRule.Decision> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R120",
            Certainty.OLD,
            "RG2008 §5",
            "The administration may annul a session by reasoned decision with reference and date.",
            RuleSheet.parameter("appeal.contentious", "P2M"));

    /**
     * A decision.
     *
     * @param openedOn first day of the examination
     * @param today the day at the site
     */
    record Decision(LocalDate decidedOn, LocalDate openedOn, LocalDate today) {}

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Decision facts, Parameters parameters) {
        return facts.decidedOn().isAfter(facts.today()) || facts.decidedOn().isBefore(facts.openedOn())
                ? List.of(
                        "The decision lies between the opening on %s and today, %s: give the day on which it was taken as decidedOn."
                                .formatted(facts.openedOn(), facts.today()))
                : List.of();
    }
}
