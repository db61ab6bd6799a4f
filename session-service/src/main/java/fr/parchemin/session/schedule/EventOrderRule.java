package fr.parchemin.session.schedule;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R79 (record of the title, practice): interviews come after simulations, the final interview last; the plan of the certification may ask for more. */
final class EventOrderRule implements Rule<Proposal> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R79",
            Certainty.FICHE,
            "FICHE; RDS",
            "The technical interview is held after the simulation. The final interview is the last event. The place of the questions on a production is free.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Proposal facts, Parameters parameters) {
        return facts.broken(SHEET.number());
    }
}
