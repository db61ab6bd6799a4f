package fr.parchemin.session.eligibility;

import fr.parchemin.session.incident.Ban;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Judged;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/**
 * R25 (F2005; RG2008 §6): a ban on sitting in force on any day of the session blocks the enrolment, in every centre and for
 * every title, and whoever is enrolled and summoned already does not sit.
 *
 * @param <F> what it looks at: somebody who wants to enrol, or who is about to sit
 */
public final class ExamBanRule<F extends ExamBanRule.Case> implements Rule<F> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R25",
            Certainty.OLD,
            "F2005, RG2008 §6",
            "A ban on sitting in force at any day of the session blocks enrolment in every centre, for every title.",
            RuleSheet.parameter("fraud.ban.scope", "ALL_TITLES"));

    /** Some days of examination, with every ban on who would sit them. */
    public interface Case {

        LocalDate startsOn();

        LocalDate endsOn();

        List<Ban> bans();
    }

    /** Somebody who is about to sit: the ban may have come after the summons. */
    public record Sitting(LocalDate startsOn, LocalDate endsOn, List<Ban> bans) implements Case, Judged {

        @Override
        public LocalDate judgedOn() {
            return startsOn;
        }
    }

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(F facts, Parameters parameters) {
        return facts.bans().stream()
                .filter(b -> b.touches(facts.startsOn(), facts.endsOn()))
                .map(b ->
                        "The candidate may not sit from %s to %s: only in a session that starts after that, or once the ban is lifted."
                                .formatted(b.from(), b.lastDay()))
                .toList();
    }
}
