package fr.parchemin.results.survey;

import fr.parchemin.results.rules.Rule;
import java.time.LocalDate;
import java.util.List;

/** R124: holders are asked 6 months and 2 years after the award, so an answer given before says nothing of that day. */
final class AnswerRule implements Rule<AnswerRule.Facts> {

    /** When somebody answered, and from when on it counts. */
    record Facts(LocalDate answeredOn, LocalDate dueOn, LocalDate today) {}

    @Override
    public String number() {
        return "R124";
    }

    @Override
    public List<String> check(Facts facts) {
        if (facts.answeredOn().isBefore(facts.dueOn())) {
            return List.of("Answered on %s: this person is to be asked from %s on."
                    .formatted(facts.answeredOn(), facts.dueOn()));
        }
        if (facts.answeredOn().isAfter(facts.today())) {
            return List.of("Answered on %s: that day has not come.".formatted(facts.answeredOn()));
        }
        return List.of();
    }
}
