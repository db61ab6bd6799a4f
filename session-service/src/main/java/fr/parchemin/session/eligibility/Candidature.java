package fr.parchemin.session.eligibility;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.holding.EarlierAttempt;
import fr.parchemin.session.incident.Ban;
import fr.parchemin.session.rules.Judged;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of an enrolment look at: one candidate who wants to sit one session.
 *
 * @param target block code, or {@code TITLE}
 * @param agreements periods of the centre's conventions with the training provider about this certification
 * @param blocksHeld blocks of this certification that the candidate holds
 * @param earlierOutcomes outcomes of earlier sessions on this certification, as published
 * @param attempts sessions on this certification that ended without the title or block, by day
 * @param bans on the candidate, past ones too
 * @param enrolledAlready whether the candidate has another active enrolment in this session
 */
public record Candidature(
        SessionType type,
        String target,
        LocalDate startsOn,
        LocalDate endsOn,
        String centreSiret,
        Certification certification,
        AccessRoute route,
        @Nullable String trainingProviderSiret,
        @Nullable LocalDate trainingStartedOn,
        @Nullable LocalDate trainingEndedOn,
        @Nullable LocalDate vaeAdmissibleSince,
        List<Period> agreements,
        Set<String> blocksHeld,
        boolean titleHeld,
        Set<String> earlierOutcomes,
        List<EarlierAttempt> attempts,
        List<Ban> bans,
        boolean enrolledAlready)
        implements Judged, ExamBanRule.Case {

    @Override
    public LocalDate judgedOn() {
        return startsOn;
    }

    /** When the candidate entered the path: the start of the training, or the admissibility of a VAE; null when unknown. */
    @Nullable
    LocalDate enteredOn() {
        return byExperience() ? vaeAdmissibleSince : trainingStartedOn;
    }

    boolean byExperience() {
        return route == AccessRoute.EXPERIENCE;
    }

    /** Whether provider, start and end of a training are recorded, in order. */
    boolean trained() {
        return trainingProviderSiret != null
                && trainingStartedOn != null
                && trainingEndedOn != null
                && !trainingStartedOn.isAfter(trainingEndedOn);
    }
}
