package fr.parchemin.results.record;

import fr.parchemin.results.rules.Rule;
import java.util.List;

/**
 * R96: the title is never awarded without an interview with the jury that checks the mastery of the whole. Where the jurors
 * differ on it, the deliberation decides. Source: code de l'éducation, R338-5.
 */
final class FinalInterviewRule implements Rule<DecisionFacts> {

    @Override
    public String number() {
        return "R96";
    }

    @Override
    public List<String> check(DecisionFacts facts) {
        if (!facts.title() || !facts.present()) {
            return List.of();
        }
        return switch (facts.appraisal().finalInterview().orElse(null)) {
            case null -> List.of("This session has no final interview: no title.");
            case ACQUIRED, CONTESTED -> List.of();
            case NOT_ACQUIRED, DOCUMENT_MISSING -> List.of("The final interview is not acquired: no title.");
        };
    }
}
