package fr.parchemin.results.assessment;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R91: an event is acquired, not acquired, or the candidate was absent from it; who was absent from an event has shown
 * nothing there. Source: arrêté of 22 December 2015, article 10 (the three words are ours).
 */
final class EventResultRule implements Rule<FindingFacts> {

    @Override
    public String number() {
        return "R91";
    }

    @Override
    public List<String> check(FindingFacts facts) {
        return facts.outcome() != Finding.Outcome.ABSENT
                ? List.of()
                : facts.competences().stream()
                        .filter(Finding.CompetenceFinding::acquired)
                        .map(c -> c.code() + " cannot be acquired at an event from which the candidate was absent.")
                        .toList();
    }
}
