package fr.parchemin.results.rules;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the rules say of an act.
 *
 * @param broken faults that refuse it
 * @param warnings faults that are only recorded
 */
public record Judgement(List<Violation> broken, List<Warning> warnings) {

    /** A rule that is not kept, where its mode lets the act pass. */
    @Schema(name = "RuleWarning", description = "A rule that is not kept, in a mode that lets the act pass.")
    public record Warning(
            @Schema(examples = "R56") String rule,

            @Schema(description = "What is wrong and what would make it right.")
            String message) {}

    /** Nothing to say. */
    public static Judgement clear() {
        return new Judgement(List.of(), List.of());
    }

    /** A fault of form beside the rules. */
    public static Judgement faults(List<Violation> faults) {
        return new Judgement(List.copyOf(faults), List.of());
    }

    /** Both together. */
    public Judgement and(Judgement other) {
        return new Judgement(
                Stream.concat(broken.stream(), other.broken.stream()).toList(),
                Stream.concat(warnings.stream(), other.warnings.stream()).toList());
    }

    /**
     * Refuses the act with every broken rule at once.
     *
     * @throws ProblemException 422 when there is one
     */
    public void refuseBroken() {
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken);
        }
    }
}
