package fr.parchemin.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a request. Thrown by use cases; the transaction rolls back and the caller gets problem details. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient List<Violation> violations;

    public ProblemException(ProblemKind kind, String detail) {
        this(kind, detail, List.of(), null);
    }

    public ProblemException(ProblemKind kind, String detail, List<Violation> violations) {
        this(kind, detail, violations, null);
    }

    public ProblemException(ProblemKind kind, String detail, List<Violation> violations, @Nullable Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.violations = List.copyOf(violations);
    }

    /** 404 for a thing that is absent or hidden from the caller: both look the same from outside. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(CommonProblem.NOT_FOUND, "No " + what + " " + id + ".");
    }

    /** 422 with every broken rule at once. */
    public static ProblemException rulesBroken(List<Violation> violations) {
        return new ProblemException(
                CommonProblem.RULE_BROKEN,
                violations.size() == 1 ? "One rule is broken." : violations.size() + " rules are broken.",
                violations);
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<Violation> violations() {
        return violations;
    }
}
