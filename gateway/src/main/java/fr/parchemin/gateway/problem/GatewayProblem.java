package fr.parchemin.gateway.problem;

import static fr.parchemin.kit.problem.ProblemKind.Audience.DEVELOPER;
import static fr.parchemin.kit.problem.ProblemKind.Retry.AFTER_FIX;
import static fr.parchemin.kit.problem.ProblemKind.Retry.NEVER;

import fr.parchemin.kit.problem.ProblemKind;

/** The problems that only the door can answer with; the rest is in {@link fr.parchemin.kit.problem.CommonProblem}. */
public enum GatewayProblem implements ProblemKind {
    AMBIGUOUS_PATH("ambiguous-path", "The path can be read in more than one way", 400, AFTER_FIX),
    NO_SUCH_OPERATION("no-such-operation", "The API has nothing at this path", 404, NEVER),
    URI_TOO_LONG("uri-too-long", "The address of the request is too long", 414, AFTER_FIX),
    HEADERS_TOO_LARGE("headers-too-large", "The headers of the request are too large", 431, AFTER_FIX);

    private final String slug;
    private final String title;
    private final int status;
    private final Retry retry;

    GatewayProblem(String slug, String title, int status, Retry retry) {
        this.slug = slug;
        this.title = title;
        this.status = status;
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
        return DEVELOPER;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
