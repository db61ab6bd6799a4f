package fr.parchemin.session.enrolment;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Judged;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/**
 * R103 (RG2008 §5; the deadline is assumed): an absence for illness, maternity, accident or force majeure is no attempt. What
 * justifies it comes after the examination, within a time.
 */
final class AbsenceJustificationRule implements Rule<AbsenceJustificationRule.Justification> {

    private static final String DEADLINE = "absence.justification-deadline";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R103",
            Certainty.OLD,
            "RG2008 §5; the deadline is assumed",
            "A justified absence (illness, maternity, accident, force majeure) is not counted as an attempt. The justification comes within the deadline, counted from the last day of the session.",
            RuleSheet.parameter(DEADLINE, "P15D"));

    /**
     * A justification that comes after the absence was recorded.
     *
     * @param endsOn last day of the session
     * @param today the day at the site
     */
    record Justification(LocalDate endsOn, LocalDate today) implements Judged {

        @Override
        public LocalDate judgedOn() {
            return endsOn;
        }
    }

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Justification facts, Parameters parameters) {
        LocalDate last = facts.endsOn().plus(parameters.period(DEADLINE));
        return facts.today().isAfter(last)
                ? List.of("The session ended on %s: an absence was to be justified by %s."
                        .formatted(facts.endsOn(), last))
                : List.of();
    }
}
