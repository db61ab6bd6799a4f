package fr.parchemin.session.eventattendance;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R70 (RG2008; CTP): before each event the identity of the candidate is checked. */
final class IdentityCheckedFirstRule implements Rule<Passage> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R70",
            Certainty.OLD,
            "RG2008; CTP",
            "Before each event: identity check of the candidate, absences recorded for the PV.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Passage facts, Parameters parameters) {
        return facts.status() == EventStatus.ABSENT || facts.identityChecked()
                ? List.of()
                : List.of("The identity was not checked: PUT …/enrolments/{enrolmentId}/identity-check first.");
    }
}
