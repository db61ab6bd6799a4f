package fr.parchemin.session.transition;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R64 (CENTRE): every session carries a CERES number from the arrival of the kit on; its format is not known. */
final class CeresNumberRule implements Rule<KitReceipt> {

    private static final String REQUIRED = "session.ceres-number.required";
    private static final RuleSheet SHEET = RuleSheet.of(
                    "R64",
                    Certainty.PRACTICE,
                    "CENTRE",
                    "Every session carries a CERES number; without it documents are drafts. It blocks from DTE_SENT on.",
                    RuleSheet.parameter(REQUIRED, "true"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(KitReceipt facts, Parameters parameters) {
        return parameters.flag(REQUIRED) && facts.ceresNumber() == null
                ? List.of("The session needs its CERES number: give ceresNumber.")
                : List.of();
    }
}
