package fr.parchemin.results.record;

import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R56: after the recusals (R52 to R54) each candidate keeps as many members of the jury as must be present (R49). Source:
 * règlement général of 2008. Parameter {@code jury.min-present}.
 */
final class CandidateJuryRule implements Rule<DeliberationFacts> {

    private final int minPresent;

    /**
     * @param minPresent {@code jury.min-present}
     */
    CandidateJuryRule(int minPresent) {
        this.minPresent = minPresent;
    }

    @Override
    public String number() {
        return "R56";
    }

    @Override
    public List<String> check(DeliberationFacts facts) {
        return facts.dossier().enrolments().stream()
                .filter(e -> e.attendance() == Enrolment.Attendance.PRESENT)
                .filter(e -> left(facts, e) < minPresent)
                .map(e -> "Only " + left(facts, e) + " of at least " + minPresent
                        + " members of the jury are not recused for enrolment " + e.id() + ".")
                .toList();
    }

    private static long left(DeliberationFacts facts, Enrolment enrolment) {
        return facts.dossier().presentJurors().stream()
                .filter(j -> !facts.dossier().recused(enrolment.id(), j.id()))
                .count();
    }
}
