package fr.parchemin.session.draw;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R82 (assumed): a draw is not repeated, except with a recorded reason and author; the first value stays in the record. */
final class SingleDrawRule implements Rule<DrawFacts> {

    private static final String REDRAW = "draw.redraw";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R82",
                    Certainty.ASSUMED,
                    "—",
                    "A draw is not repeated, except with a recorded reason and author; the first value stays in the record.",
                    RuleSheet.parameter(REDRAW, "REASON_REQUIRED"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(DrawFacts facts, Parameters parameters) {
        if (facts.earlier() == 0) {
            return List.of();
        }
        boolean allowed = parameters.text(REDRAW).equals("REASON_REQUIRED") && facts.redrawReason() != null;
        return allowed
                ? List.of()
                : List.of("The candidate drew for %s already: another draw needs redrawReason."
                        .formatted(facts.eventCode()));
    }
}
