package fr.parchemin.session.eventattendance;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R71 (practice of a centre): one sheet per event, with start and end for a collective event and the passage time for an individual one; jurors sign per day. */
final class PassageTimeRule implements Rule<Passage> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R71",
            Certainty.PRACTICE,
            "CENTRE",
            "Attendance: one sheet per event (start and end for collective events, passage time for individual ones); jurors sign per day.",
            RuleSheet.parameter("attendance.juror.granularity", "DAY"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Passage facts, Parameters parameters) {
        return facts.status() == EventStatus.ABSENT || facts.startedAt() != null
                ? List.of()
                : List.of("Say when the candidate passed: startedAt.");
    }
}
