package fr.parchemin.session.examsession;

import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/**
 * The year after the end of validity in which sessions remain possible on an expired title (R8, R10).
 *
 * @param lastDay last day on which a session may be held
 * @param reasons that let a candidate sit in it
 */
public record GracePeriod(LocalDate lastDay, List<String> reasons) {

    private static final String DURATION = "grace.duration";
    private static final String REASONS = "grace.reasons";
    private static final String APPLIES_TO = "grace.applies-to";
    private static final String FEED_WINS = "grace.feed-deadline-wins";

    /** R8, which the session and each of its candidates keep. */
    public static final RuleSheet SHEET = RuleSheet.of(
            "R8",
            Certainty.LAW_Q,
            "A2015 art. 3; RDS",
            "For one year after the end of validity sessions remain possible on the expired title, for candidates who"
                    + " failed before, passed partly before or began training before expiry. Everybody else is refused.",
            RuleSheet.parameter(DURATION, "P1Y"),
            RuleSheet.parameter(REASONS, "EARLIER_FAILURE, EARLIER_PARTIAL_SUCCESS, TRAINING_BEGUN"),
            RuleSheet.parameter(APPLIES_TO, "CLOSED, REVISED"),
            RuleSheet.parameter(FEED_WINS, "true"));

    /** The grace period of a certification under the parameters of R8. */
    public static GracePeriod of(Certification certification, Parameters parameters) {
        LocalDate end = certification.registrationEndsOn();
        if (end == null) {
            return new GracePeriod(LocalDate.MAX, parameters.list(REASONS));
        }
        String how = certification.successors().isEmpty() ? "CLOSED" : "REVISED";
        if (!parameters.list(APPLIES_TO).contains(how)) {
            return new GracePeriod(end, List.of());
        }
        LocalDate feed = certification.lastDeliveryOn();
        LocalDate last = feed != null && parameters.flag(FEED_WINS) ? feed : end.plus(parameters.period(DURATION));
        return new GracePeriod(last, parameters.list(REASONS));
    }
}
