package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R62 (RG2016 §1.2): the number of candidates is declared with the session; no more are enrolled. */
final class PlacesRule implements Rule<Places> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R62",
            Certainty.LAW,
            "RG2016 §1.2 (JORFARTI000050659961)",
            "Start and end date, place, number of candidates and responsable de session are declared; no more candidates are enrolled than were declared.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Places facts, Parameters parameters) {
        return facts.taken() >= facts.declared()
                ? List.of("All %d places are taken: withdraw an enrolment, or use another session."
                        .formatted(facts.declared()))
                : List.of();
    }
}
