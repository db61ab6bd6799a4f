package fr.parchemin.session.examsession;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.approval.SpecialisationApprovalRule;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R32 (follows from R31, AGR2016 art. 1): every day of a session lies inside an approval of that centre for that title and that site. R33 (RDS): in the grace year a centre whose approval ran to the last day of validity is deemed approved. */
final class ApprovalCoversSessionRule implements Rule<Declaration> {

    private static final String EVERY_DAY = "approval.cover-every-day";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R32",
            Certainty.LAW,
            "follows from R31 (AGR2016 art. 1); R33: RDS",
            "Every day of a session lies inside an approval of that centre for that title version and that site. In the grace year a centre whose approval ran to the last day of validity is deemed approved.",
            RuleSheet.parameter(EVERY_DAY, "true"),
            RuleSheet.parameter(SpecialisationApprovalRule.GRACE, "true"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Declaration facts, Parameters parameters) {
        LocalDate first = facts.startsOn();
        LocalDate last = parameters.flag(EVERY_DAY) ? facts.endsOn() : first;
        List<Period> approvals = facts.approvals();
        LocalDate end = facts.certification().registrationEndsOn();
        if (end != null && parameters.flag(SpecialisationApprovalRule.GRACE) && last.isAfter(end)) {
            approvals = Period.deemedToHoldOn(approvals, end);
        }
        return Period.cover(approvals, first, last)
                ? List.of()
                : List.of("No approval of the centre for %s on this site covers every day from %s to %s."
                        .formatted(facts.certification().number(), first, last));
    }
}
