package fr.parchemin.session.enrolment;

import fr.parchemin.session.incident.Ban;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Judged;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/**
 * R25 (F2005; RG2008 §6) at the examination: who is banned on any day of the session does not sit, enrolled and summoned or
 * not. Mode and sheet are those of the enrolment's rule.
 */
final class BannedAtExamRule implements Rule<BannedAtExamRule.Sitting> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R25",
            Certainty.OLD,
            "F2005, RG2008 §6",
            "A ban on sitting in force at any day of the session blocks enrolment in every centre, for every title.");

    /** Somebody who is about to sit, with every ban on them. */
    record Sitting(LocalDate startsOn, LocalDate endsOn, List<Ban> bans) implements Judged {

        @Override
        public LocalDate judgedOn() {
            return startsOn;
        }
    }

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Sitting sitting, Parameters parameters) {
        return sitting.bans().stream()
                .filter(b -> b.touches(sitting.startsOn(), sitting.endsOn()))
                .map(b -> "The candidate may not sit from %s to %s: record ABSENT, or have the ban lifted."
                        .formatted(b.from(), b.lastDay()))
                .toList();
    }
}
