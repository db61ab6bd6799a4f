package fr.parchemin.kit.problem;

import static fr.parchemin.kit.problem.ProblemKind.Audience.DATA;
import static fr.parchemin.kit.problem.ProblemKind.Audience.DEVELOPER;
import static fr.parchemin.kit.problem.ProblemKind.Audience.OPERATOR;
import static fr.parchemin.kit.problem.ProblemKind.Retry.AFTER_FIX;
import static fr.parchemin.kit.problem.ProblemKind.Retry.LATER;
import static fr.parchemin.kit.problem.ProblemKind.Retry.NEVER;

/** The problems that any service can answer with. */
public enum CommonProblem implements ProblemKind {
    INVALID_REQUEST("invalid-request", "The request is not well formed", 400, DEVELOPER, AFTER_FIX),
    UNKNOWN_PARAMETER(
            "unknown-parameter",
            "The query has a parameter that this operation does not know",
            400,
            DEVELOPER,
            AFTER_FIX),
    INVALID_CURSOR("invalid-cursor", "The cursor does not belong to this list", 400, DEVELOPER, AFTER_FIX),
    UNAUTHENTICATED("unauthenticated", "A valid bearer token is needed", 401, DEVELOPER, AFTER_FIX),
    FORBIDDEN("forbidden", "Your role does not allow this operation", 403, DEVELOPER, NEVER),
    NOT_FOUND("not-found", "There is no such thing, or it is not visible to you", 404, DATA, NEVER),
    METHOD_NOT_ALLOWED("method-not-allowed", "This resource does not support that method", 405, DEVELOPER, NEVER),
    NOT_ACCEPTABLE("not-acceptable", "None of the accepted representations is available", 406, DEVELOPER, AFTER_FIX),
    CONFLICT("conflict", "The request contradicts what is recorded", 409, DATA, AFTER_FIX),
    CONCURRENT_CHANGE("concurrent-change", "Somebody else changed this at the same moment", 409, DATA, LATER),
    STALE("stale", "What you changed is no longer what is recorded", 412, DATA, AFTER_FIX),
    TOO_LARGE("too-large", "The request body is too large", 413, DEVELOPER, AFTER_FIX),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", "The body is not of a type that this operation reads", 415, DEVELOPER, AFTER_FIX),
    RULE_BROKEN("rule-broken", "The regulation does not allow this", 422, DATA, AFTER_FIX),
    KEY_REUSED("idempotency-key-reused", "This Idempotency-Key was used for another request", 422, DEVELOPER, NEVER),
    PRECONDITION_REQUIRED(
            "precondition-required", "Say which version you change with If-Match", 428, DEVELOPER, AFTER_FIX),
    TOO_MANY_REQUESTS("too-many-requests", "Too many requests", 429, DEVELOPER, LATER),
    INTERNAL_ERROR("internal-error", "Something went wrong on our side", 500, OPERATOR, LATER),
    UNAVAILABLE("unavailable", "The service cannot answer for the moment", 503, OPERATOR, LATER);

    private final String slug;
    private final String title;
    private final int status;
    private final Audience audience;
    private final Retry retry;

    CommonProblem(String slug, String title, int status, Audience audience, Retry retry) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.audience = audience;
        this.retry = retry;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Audience audience() {
        return audience;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
