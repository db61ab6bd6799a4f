package fr.parchemin.session.schedule;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R29 (RG2008): a candidate whose adaptation grants more time has it in every event; the measure is told, never its ground. */
final class ExtraTimeRule implements Rule<Proposal> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R29",
            Certainty.OLD,
            "RG2008",
            "Adaptations for disability are authorised by the administration and told to the jury: the measure, never the diagnosis. Extra time counts in every event.",
            RuleSheet.parameter("adaptation.extra-time-ratio", "1.3333"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Proposal facts, Parameters parameters) {
        return facts.broken(SHEET.number());
    }
}
