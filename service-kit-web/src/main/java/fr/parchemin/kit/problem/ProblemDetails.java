package fr.parchemin.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every error answer, after RFC 9457. */
@Schema(name = "Problem", description = "Error answer after RFC 9457 (application/problem+json).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(
        @Schema(
                description = "Kind of problem: stable, made for programs.",
                examples = "https://parchemin.fr/problems/rule-broken")
        String type,

        @Schema(description = "The kind of problem in one sentence.", examples = "The regulation does not allow this")
        String title,

        @Schema(description = "HTTP status, repeated.", examples = "422")
        int status,

        @Schema(description = "What happened this time and what to change.") @Nullable
        String detail,

        @Schema(description = "Path of the request.", examples = "/v1/sessions") @Nullable
        String instance,

        @Schema(description = "Quote it when you ask for help.", examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        @Nullable
        String traceId,

        @Schema(
                description = "Who can do something about it.",
                enumeration = {"DEVELOPER", "DATA", "OPERATOR"})
        String audience,

        @Schema(
                description = "When to send the same request again.",
                enumeration = {"never", "after-fix", "later"})
        String retry,

        @Schema(description = "Everything that is wrong, at once.")
        List<Violation> violations) {

    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "https://parchemin.fr/problems/";

    /** Builds the body for one occurrence. */
    public static ProblemDetails of(
            ProblemKind kind,
            @Nullable String detail,
            List<Violation> violations,
            @Nullable String instance,
            @Nullable String traceId) {
        return new ProblemDetails(
                TYPE_PREFIX + kind.slug(),
                kind.title(),
                kind.status(),
                detail,
                instance,
                traceId,
                kind.audience().name(),
                kind.retry().code(),
                violations);
    }
}
