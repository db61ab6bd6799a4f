package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R54 (CHARTER): a juror who knows a candidate personally neither evaluates nor deliberates on that candidate. */
final class PersonalTieRule implements Rule<Pair> {

    private static final RuleSheet SHEET = RuleSheet.of(
                    "R54",
                    Certainty.PRACTICE,
                    "CHARTER",
                    "A juror who knows a candidate personally neither evaluates nor deliberates on that candidate.")
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Pair facts, Parameters parameters) {
        return facts.declared() == Ground.PERSONAL
                ? List.of("%s knows the candidate personally.".formatted(facts.jurorName()))
                : List.of();
    }
}
