package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R115 (F2005; RG2008 §6): nobody is excluded for a fraud that was not reported in writing. */
final class ReportBeforeExclusionRule implements Rule<ReportBeforeExclusionRule.Exclusion> {

    /** Somebody who is about to be excluded. */
    record Exclusion(boolean reported) {}

    @Override
    public RuleSheet sheet() {
        return FraudWitnessRule.SHEET;
    }

    @Override
    public List<String> check(Exclusion facts, Parameters parameters) {
        return facts.reported()
                ? List.of()
                : List.of("No fraud report of this session names the candidate: report the suspicion first,"
                        + " POST …/fraud-reports.");
    }
}
