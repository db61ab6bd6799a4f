package fr.parchemin.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.parchemin.kit.web.Correlation;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that leaves a resource into problem details. */
@Singleton
public final class ProblemMapper {

    // One method per type, because the types for which the framework has a mapper of its own must be named.

    @ServerExceptionMapper
    Response problem(ProblemException e, RoutingContext context) {
        return respond(e, context);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, RoutingContext context) {
        return respond(e, context);
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException e, RoutingContext context) {
        return respond(e, context);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e, RoutingContext context) {
        return respond(e, context);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e, RoutingContext context) {
        return respond(e, context);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, RoutingContext context) {
        return respond(e, context);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, RoutingContext context) {
        ProblemException badParameter = badParameter(e, context);
        return respond(badParameter == null ? e : badParameter, context);
    }

    @ServerExceptionMapper
    Response anything(Throwable e, RoutingContext context) {
        return respond(e, context);
    }

    /**
     * A parameter of the query that cannot be read is a 404 for JAX-RS, as one of the path is. That is misleading for
     * filters. The exception does not say where the value stood, but its text holds the value.
     */
    private static @Nullable ProblemException badParameter(WebApplicationException e, RoutingContext context) {
        Throwable unreadable = e.getCause();
        if (!(e instanceof NotFoundException) || unreadable == null || unreadable.getMessage() == null) {
            return null;
        }
        for (Map.Entry<String, String> sent : context.queryParams()) {
            if (unreadable.getMessage().contains(sent.getValue())) {
                return new ProblemException(
                        CommonProblem.INVALID_REQUEST,
                        "See violations.",
                        List.of(Violation.ofField(sent.getKey(), "This value cannot be read.")),
                        e);
            }
        }
        return null;
    }

    private static Response respond(Throwable thrown, RoutingContext context) {
        ProblemException problem = Problems.of(thrown);
        int status = problem.kind().status();
        if (status == 503) {
            // Whatever is away says so many times a second: one line each.
            Log.warnf("%s %s: %s", context.request().method(), context.normalizedPath(), thrown.getMessage());
        } else if (status >= 500) {
            Log.errorf(thrown, "%s %s failed", context.request().method(), context.normalizedPath());
        }
        Response.ResponseBuilder response = Response.status(status)
                .type(ProblemDetails.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemDetails.of(
                        problem.kind(),
                        problem.getMessage(),
                        problem.violations(),
                        context.request().path(),
                        Correlation.traceId()));
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Integer wait = RetryAfter.seconds(status, Instant.now());
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, wait);
        }
        return response.build();
    }
}
