package fr.parchemin.session.approval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval about to be granted.
 *
 * @param complement the complementary certificate that it is for, null for the title
 * @param titleEndsOn last day of validity of the title, null when the register names none
 * @param titleApprovals periods for which the centre is approved for the title on this site
 */
record Grant(
        @Nullable String complement,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable LocalDate titleEndsOn,
        List<Period> titleApprovals)
        implements SpecialisationApprovalRule.Case {

    @Override
    public @Nullable List<Period> complementApprovals() {
        return null;
    }
}
