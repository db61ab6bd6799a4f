package fr.parchemin.session.examsession;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.approval.SpecialisationApprovalRule;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.rules.Judged;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a declaration look at.
 *
 * @param today the day at the site
 * @param declaredOn first day on which the session was declared; today while it never was
 * @param remote whether it is held at a distance
 * @param approvals periods for which the centre is approved for this certification on this site
 * @param complementApprovals those for the complementary certificate that is examined, none for a title or a block
 */
public record Declaration(
        SessionType type,
        String target,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate today,
        LocalDate declaredOn,
        boolean remote,
        Certification certification,
        List<Period> approvals,
        List<Period> complementApprovals)
        implements Judged, SpecialisationApprovalRule.Case {

    @Override
    public LocalDate judgedOn() {
        return startsOn;
    }

    @Override
    public @Nullable String complement() {
        return type == SessionType.CCS ? target : null;
    }

    @Override
    public LocalDate firstDay() {
        return startsOn;
    }

    @Override
    public LocalDate lastDay() {
        return endsOn;
    }

    @Override
    public @Nullable LocalDate titleEndsOn() {
        return certification.registrationEndsOn();
    }

    /** R32 looks at these, with the grace year. */
    @Override
    public @Nullable List<Period> titleApprovals() {
        return null;
    }
}
