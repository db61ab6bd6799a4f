package fr.parchemin.session.rules;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules say of a request.
 *
 * @param broken faults that refuse it
 * @param warnings faults that are only recorded
 */
public record Verdict(List<Finding> broken, List<Finding> warnings) {

    private static final Comparator<Finding> BY_NUMBER = Comparator.comparingInt(Finding::order);

    public Verdict {
        broken = broken.stream().sorted(BY_NUMBER).toList();
        warnings = warnings.stream().sorted(BY_NUMBER).toList();
    }

    /** Nothing to say. */
    public static Verdict clear() {
        return new Verdict(List.of(), List.of());
    }

    /** Both together. */
    public Verdict and(Verdict other) {
        return new Verdict(
                Stream.concat(broken.stream(), other.broken.stream()).distinct().toList(),
                Stream.concat(warnings.stream(), other.warnings.stream())
                        .distinct()
                        .toList());
    }

    /** Every fault, of either kind. */
    public List<Finding> all() {
        return Stream.concat(broken.stream(), warnings.stream())
                .sorted(BY_NUMBER)
                .toList();
    }

    /**
     * Refuses the request when a rule that blocks is broken.
     *
     * @return what to record when none is
     */
    public List<Finding> warningsOrRefusal() {
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken.stream()
                    .map(f -> Violation.ofRule(f.rule(), f.message()))
                    .toList());
        }
        return warnings;
    }
}
