package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R17 (FICHE): the access route of the candidate is open in the record of the title version. */
final class OpenRouteRule implements Rule<Candidature> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R17",
            Certainty.FICHE,
            "FICHE",
            "The access route of the candidate must be open in the record of the title version.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        return facts.certification().opens(facts.route())
                ? List.of()
                : List.of("The record of %s does not open the route %s."
                        .formatted(facts.certification().number(), facts.route()));
    }
}
