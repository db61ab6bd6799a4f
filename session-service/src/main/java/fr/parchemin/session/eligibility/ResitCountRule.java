package fr.parchemin.session.eligibility;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.time.LocalDate;
import java.util.List;

/** R102 (trade press): not more than three title sessions within the year of R100; whether the first failed session counts is a setting. An annulled session is never counted (R121). */
final class ResitCountRule implements Rule<Candidature> {

    private static final String MOST = "resit.max-title-sessions";
    private static final String COUNT_FIRST = "resit.count-first";
    private static final RuleSheet SHEET = RuleSheet.of(
            "R102",
            Certainty.LAW_Q,
            "trade press",
            "Not more than 3 sessions titre within the year that follows a failure. Whether the first failed session counts is a setting.",
            RuleSheet.parameter(MOST, "3"),
            RuleSheet.parameter(COUNT_FIRST, "false"),
            Resits.WINDOW,
            Resits.START,
            Resits.JUSTIFIED);

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(Candidature facts, Parameters parameters) {
        if (facts.type() != SessionType.TITLE || facts.byExperience()) {
            return List.of();
        }
        Resits resits = Resits.of(facts, parameters);
        LocalDate last = resits.lastDay();
        if (last == null || facts.startsOn().isAfter(last)) {
            return List.of();
        }
        long sat = resits.attempts().stream()
                .skip(parameters.flag(COUNT_FIRST) ? 0 : 1)
                .filter(a -> a.type() == SessionType.TITLE)
                .count();
        int most = parameters.number(MOST);
        return sat >= most
                ? List.of(
                        "The candidate has sat %d title sessions since %s and %d are allowed until %s: a training that begins after them opens a new year."
                                .formatted(sat, resits.startsOn(), most, last))
                : List.of();
    }
}
