package fr.parchemin.session.transition;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.ArrayList;
import java.util.List;

/** R69 (RG2016, extract; RG2008): the seals of the kit are checked at the opening on the first day by the responsable de session and one candidate; both names and the time are recorded. */
final class SealsCheckedRule implements Rule<SealCheck> {

    private static final String WITNESSES = "dte.seal-witnesses";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R69",
            Certainty.LAW_Q,
            "RG2016 (extract); RG2008",
            "Seals of the DTE are checked at the opening on the first day by the responsable de session and one candidate; both names and the time are recorded.",
            RuleSheet.parameter(WITNESSES, "1"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(SealCheck facts, Parameters parameters) {
        List<String> faults = new ArrayList<>();
        if (facts.checkedBy() == null) {
            faults.add("Nobody checked the seals of the kit: give seals.checkedBy.");
        }
        if (facts.candidateWitness() == null && parameters.number(WITNESSES) > 0) {
            faults.add("No candidate witnessed the check of the seals: give seals.candidateWitness.");
        }
        return faults;
    }
}
