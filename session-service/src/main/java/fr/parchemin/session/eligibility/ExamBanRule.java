package fr.parchemin.session.eligibility;

import fr.parchemin.session.approval.Period;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.util.List;

/** R25 (F2005; RG2008 §6): a ban on sitting in force on any day of the session blocks the enrolment, in every centre and for every title. */
final class ExamBanRule implements Rule<Candidature> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R25",
            Certainty.OLD,
            "F2005, RG2008 §6",
            "A ban on sitting in force at any day of the session blocks enrolment in every centre, for every title.",
            RuleSheet.parameter("fraud.ban.scope", "ALL_TITLES"));

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        return facts.bans().stream()
                .filter(b -> touches(b, facts))
                .map(b -> "The candidate may not sit from %s to %s: choose a session that starts after that."
                        .formatted(b.from(), b.to()))
                .toList();
    }

    private static boolean touches(Period ban, Candidature facts) {
        return !ban.from().isAfter(facts.endsOn()) && !ban.to().isBefore(facts.startsOn());
    }
}
