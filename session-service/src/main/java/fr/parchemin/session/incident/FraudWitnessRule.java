package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R115 (F2005; RG2008 §6): a suspicion of fraud is reported in writing by the responsable de session and signed by witnesses. */
final class FraudWitnessRule implements Rule<FraudReportRequest> {

    private static final String LEAST = "fraud.min-witnesses";
    /** R115, which the report keeps and an exclusion that follows it. */
    static final RuleSheet SHEET = RuleSheet.of(
            "R115",
            Certainty.OLD,
            "F2005; RG2008 §6",
            "Suspicion of fraud: written report by the responsable de session, signed by witnesses, mentioned in the PV.",
            RuleSheet.parameter(LEAST, "1"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(FraudReportRequest facts, Parameters parameters) {
        int least = parameters.number(LEAST);
        return facts.witnesses().size() >= least
                ? List.of()
                : List.of("%d witness(es) signed the report; %d must."
                        .formatted(facts.witnesses().size(), least));
    }
}
