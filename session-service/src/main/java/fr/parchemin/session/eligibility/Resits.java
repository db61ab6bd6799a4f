package fr.parchemin.session.eligibility;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.holding.EarlierAttempt;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The year in which a candidate may sit again without a new training (R100 to R103). It starts with the first attempt after
 * the training that counts; a training that begins later opens a new one. A block that was never tried has none.
 *
 * @param attempts that count, by day
 * @param startsOn first day of the year, null when nothing was attempted yet
 * @param lastDay last day of the year, null when nothing was attempted yet
 */
record Resits(
        List<EarlierAttempt> attempts,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate lastDay) {

    /** How long it lasts (R100). */
    static final RuleSheet.Parameter WINDOW = RuleSheet.parameter("resit.window", "P1Y");

    /** {@code DELIBERATION} or {@code NOTIFICATION} (R101). */
    static final RuleSheet.Parameter START = RuleSheet.parameter("resit.window-start", "DELIBERATION");

    /** Whether a justified absence is an attempt (R103). */
    static final RuleSheet.Parameter JUSTIFIED = RuleSheet.parameter("absence.justified.counts", "false");

    static Resits of(Candidature facts, Parameters parameters) {
        boolean justifiedCounts = parameters.flag(JUSTIFIED.key());
        LocalDate training = facts.trainingStartedOn();
        List<EarlierAttempt> counting = facts.attempts().stream()
                .filter(a -> concerns(a, facts))
                .filter(a -> justifiedCounts || !a.absenceJustified())
                .filter(a -> training == null || !a.deliberatedOn().isBefore(training))
                .filter(a -> a.deliberatedOn().isBefore(facts.startsOn()))
                .toList();
        if (counting.isEmpty()) {
            return new Resits(counting, null, null);
        }
        EarlierAttempt first = counting.getFirst();
        LocalDate start =
                parameters.text(START.key()).equals("NOTIFICATION") ? first.notifiedOn() : first.deliberatedOn();
        return new Resits(counting, start, start.plus(parameters.period(WINDOW.key())));
    }

    /** Whether it was an attempt at what is sat now: one at the title is one at each of its blocks, and the other way round. */
    private static boolean concerns(EarlierAttempt attempt, Candidature facts) {
        return switch (facts.type()) {
            case TITLE -> attempt.type() != SessionType.CCS;
            case CCP -> attempt.type() == SessionType.TITLE || facts.target().equals(attempt.blockCode());
            case CCS -> facts.target().equals(attempt.blockCode());
        };
    }
}
