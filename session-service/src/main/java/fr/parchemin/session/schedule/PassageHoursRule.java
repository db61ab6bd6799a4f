package fr.parchemin.session.schedule;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Mode;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R72 (practice of a centre): the order of passage and how it was made is recorded; passages lie in the hours of the site, breaks left out. */
final class PassageHoursRule implements Rule<Proposal> {

    static final String OPENS_AT = "schedule.opens-at";
    static final String CLOSES_AT = "schedule.closes-at";
    static final String BREAKS = "schedule.breaks";
    static final String OPEN_DAYS = "schedule.open-days";
    static final String GRAIN = "schedule.grain";

    private static final RuleSheet SHEET = RuleSheet.of(
                    "R72",
                    Certainty.PRACTICE,
                    "CENTRE",
                    "The order of passage is planned, drawn, chosen by the candidates or alphabetical; the method is recorded. A planned passage lies in the opening hours, breaks left out.",
                    RuleSheet.parameter("passage.order", "PLANNED"),
                    RuleSheet.parameter(OPENS_AT, "08:30"),
                    RuleSheet.parameter(CLOSES_AT, "17:30"),
                    RuleSheet.parameter(BREAKS, "12:30-13:30"),
                    RuleSheet.parameter(OPEN_DAYS, "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY"),
                    RuleSheet.parameter(GRAIN, "5"))
            .by(Mode.BLOCK);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Proposal facts, Parameters parameters) {
        return facts.broken(SHEET.number());
    }
}
