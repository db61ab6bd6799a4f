package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R119 (our assumption): the suspected candidate finishes the event, and the jury decides nothing on the fraud itself. */
final class CandidateContinuesRule implements Rule<FraudReportRequest> {

    private static final String CONTINUES = "fraud.candidate-continues";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R119",
            Certainty.ASSUMED,
            "—",
            "The suspected candidate normally finishes the event and the jury decides nothing on the fraud itself.",
            RuleSheet.parameter(CONTINUES, "true"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(FraudReportRequest facts, Parameters parameters) {
        return facts.candidateContinues() || !parameters.flag(CONTINUES)
                ? List.of()
                : List.of("The candidate was kept from going on: normally a suspected candidate finishes the event.");
    }
}
