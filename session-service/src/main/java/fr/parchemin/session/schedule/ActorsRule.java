package fr.parchemin.session.schedule;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R83 (record of the title): actors play the public in each simulation; they are shared between rooms and never play in two at once. */
final class ActorsRule implements Rule<Proposal> {

    static final String EACH = "simulation.actors-each";
    static final String AVAILABLE = "simulation.actors-available";

    private static final RuleSheet SHEET = RuleSheet.of(
            "R83",
            Certainty.FICHE,
            "FICHE",
            "Two actors play the public in each simulation; they are not jurors. Shared between rooms, they play in one simulation at a time.",
            RuleSheet.parameter(EACH, "2"),
            RuleSheet.parameter(AVAILABLE, "2"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Proposal facts, Parameters parameters) {
        return facts.broken(SHEET.number());
    }
}
