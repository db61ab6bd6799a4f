package fr.parchemin.session.approval;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * R34 (AGR2016 art. 1): a session for a complementary certificate needs an approval for it, and only a centre approved for the
 * title can hold one. R33 (RDS): in the grace year a centre whose approval ran to the last day of validity is deemed
 * approved.
 *
 * @param <F> what it looks at: a session, or an approval about to be granted
 */
public final class SpecialisationApprovalRule<F extends SpecialisationApprovalRule.Case> implements Rule<F> {

    /** Whether approvals are deemed to hold on in the grace year (R33). */
    public static final String GRACE = "approval.grace-extension";

    static final RuleSheet SHEET = RuleSheet.of(
            "R34",
            Certainty.LAW,
            "AGR2016 art. 1; R33: RDS",
            "A session CCS needs an approval for the CCS, and only a centre approved for the title can hold one. In the grace year a centre whose approval ran to the last day of validity is deemed approved.",
            RuleSheet.parameter(GRACE, "true"));

    /** Something that needs approvals for some days on one site. */
    public interface Case {

        /** Code of the complementary certificate, null when it is about the title or a block. */
        @Nullable
        String complement();

        LocalDate firstDay();

        LocalDate lastDay();

        /** Last day of validity of the title, null when the register names none. */
        @Nullable
        LocalDate titleEndsOn();

        /** Periods approved for the title; null where R32 looks at them. */
        @Nullable
        List<Period> titleApprovals();

        /** Periods approved for the complement; null while the approval is being granted. */
        @Nullable
        List<Period> complementApprovals();
    }

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(F facts, Parameters parameters) {
        String complement = facts.complement();
        if (complement == null) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        List<Period> title = facts.titleApprovals();
        if (title != null && !Period.cover(title, facts.firstDay(), facts.lastDay())) {
            faults.add(
                    "Only a centre approved for the title can be approved for %s: no approval for the title on this site covers every day from %s to %s."
                            .formatted(complement, facts.firstDay(), facts.lastDay()));
        }
        List<Period> own = facts.complementApprovals();
        LocalDate end = facts.titleEndsOn();
        if (own != null
                && end != null
                && parameters.flag(GRACE)
                && facts.lastDay().isAfter(end)) {
            own = Period.deemedToHoldOn(own, end);
        }
        if (own != null && !Period.cover(own, facts.firstDay(), facts.lastDay())) {
            faults.add("No approval of the centre for %s on this site covers every day from %s to %s."
                    .formatted(complement, facts.firstDay(), facts.lastDay()));
        }
        return faults;
    }
}
