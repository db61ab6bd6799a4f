package fr.parchemin.session.jury;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.rules.Judged;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a jury look at.
 *
 * @param titleEndsOn last day of validity of the title, null when the register names none
 * @param today the day at the site
 * @param manager name of the responsable de session
 * @param present jurors present, null before the opening
 * @param seats candidates of the session
 */
record JuryFacts(
        String certificationNumber,
        @Nullable LocalDate titleEndsOn,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate today,
        String manager,
        List<Member> members,
        @Nullable Set<UUID> present,
        List<Seat> seats)
        implements Judged {

    @Override
    public LocalDate judgedOn() {
        return startsOn;
    }

    /**
     * A member.
     *
     * @param accreditations periods for which the juror is accredited for this certification
     */
    record Member(
            UUID jurorId,
            String lastName,
            String firstName,
            List<Period> accreditations,
            @Nullable LocalDate charterAcceptedOn) {

        String name() {
            return lastName + " " + firstName;
        }
    }

    /**
     * A candidate.
     *
     * @param excluded jurors who do not judge this candidate
     */
    record Seat(
            UUID enrolmentId,
            String birthName,
            @Nullable String usageName,
            List<String> firstNames,
            Set<UUID> excluded) {}
}
