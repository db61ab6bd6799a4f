package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R53 (RG2008 §3.1): a trainer of the candidate does not judge the candidate. */
final class TrainerRule implements Rule<Pair> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R53",
            Certainty.OLD,
            "RG2008 §3.1",
            "A trainer of the candidate neither judges the candidate nor supervises the session, except for safety on dangerous equipment.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Pair facts, Parameters parameters) {
        return facts.declared() == Ground.TRAINER
                ? List.of("%s trained the candidate.".formatted(facts.jurorName()))
                : List.of();
    }
}
