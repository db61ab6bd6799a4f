package fr.parchemin.session.approval;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/**
 * R31 (AGR2016 art. 1): an approval is granted for one title, one site and a duration that does not exceed the validity of
 * the title.
 */
final class ApprovalWithinTitleRule implements Rule<Grant> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R31",
            Certainty.LAW,
            "AGR2016 art. 1",
            "The approval is granted for one title, one site and a duration that does not exceed the validity of the"
                    + " title.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Grant grant, Parameters parameters) {
        LocalDate end = grant.titleEndsOn();
        return end != null && grant.lastDay().isAfter(end)
                ? List.of("The approval ends on %s, after the validity of the title: end it on %s at the latest."
                        .formatted(grant.lastDay(), end))
                : List.of();
    }
}
