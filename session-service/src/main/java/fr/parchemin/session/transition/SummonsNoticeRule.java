package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R66 (RG2008 §1.1): the convocation reaches the candidate at least 1 month before a session titre and 15 days before a session CCP or CCS. A later one needs a recorded consent or decision (R67). */
final class SummonsNoticeRule implements Rule<Notice> {

    private static final String TITLE = "convocation.notice.title";
    private static final String CCP = "convocation.notice.ccp";
    private static final String CCS = "convocation.notice.ccs";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R66",
            Certainty.OLD,
            "RG2008 §1.1",
            "The convocation reaches the candidate at least 1 month before a session titre and 15 days before a session CCP or CCS.",
            RuleSheet.parameter(TITLE, "P1M"),
            RuleSheet.parameter(CCP, "P15D"),
            RuleSheet.parameter(CCS, "P15D"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Notice facts, Parameters parameters) {
        return isLate(facts, parameters) && facts.lateReason() == null
                ? List.of(
                        "The session starts on %s: candidates had to be summoned by %s. Give lateReason: their consent, or a"
                                        .formatted(
                                                facts.startsOn(), lastDay(facts.type(), facts.startsOn(), parameters))
                                + " decision.")
                : List.of();
    }

    /** Whether the notice is shorter than the rule asks. */
    static boolean isLate(Notice facts, Parameters parameters) {
        return facts.today().isAfter(lastDay(facts.type(), facts.startsOn(), parameters));
    }

    /** Last day on which a summons is in time. */
    static LocalDate lastDay(SessionType type, LocalDate startsOn, Parameters parameters) {
        String key =
                switch (type) {
                    case TITLE -> TITLE;
                    case CCP -> CCP;
                    case CCS -> CCS;
                };
        return startsOn.minus(parameters.period(key));
    }
}
