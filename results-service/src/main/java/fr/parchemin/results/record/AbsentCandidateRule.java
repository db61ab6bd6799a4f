package fr.parchemin.results.record;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R93: a session ends in success, partial success, failure or absence; nothing is granted to a candidate who was absent or
 * excluded. Source: arrêté of 22 December 2015, article 10.
 */
final class AbsentCandidateRule implements Rule<DecisionFacts> {

    @Override
    public String number() {
        return "R93";
    }

    @Override
    public List<String> check(DecisionFacts facts) {
        return facts.present() || (facts.granted().isEmpty() && !facts.title())
                ? List.of()
                : List.of(
                        "The candidate is recorded as " + facts.enrolment().attendance() + ": nothing can be granted.");
    }
}
