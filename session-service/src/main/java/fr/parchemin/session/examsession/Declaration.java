package fr.parchemin.session.examsession;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.rules.Judged;
import java.time.LocalDate;
import java.util.List;

/**
 * What the rules of a declaration look at.
 *
 * @param today the day at the site
 * @param remote whether it is held at a distance
 * @param approvals periods for which the centre is approved for this certification on this site
 */
public record Declaration(
        SessionType type,
        String target,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate today,
        boolean remote,
        Certification certification,
        List<Period> approvals)
        implements Judged {

    @Override
    public LocalDate judgedOn() {
        return startsOn;
    }
}
