package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R117 (F2005; RG2008 §6): a report is a ground to sanction the candidate it is about and the accomplices it names, alike; nobody else. */
final class AccompliceRule implements Rule<BanTarget> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R117",
            Certainty.OLD,
            "F2005; RG2008 §6",
            "Accomplices are sanctioned alike, and may be candidates of other sessions or third parties.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(BanTarget facts, Parameters parameters) {
        return facts.candidateId().equals(facts.suspect())
                        || facts.accomplices().contains(facts.candidateId())
                ? List.of()
                : List.of("The report is about another candidate and does not name this one as an accomplice.");
    }
}
