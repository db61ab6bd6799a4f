package fr.parchemin.gateway.door;

import fr.parchemin.gateway.GatewayConfig;
import fr.parchemin.gateway.problem.Bodies;
import fr.parchemin.gateway.problem.GatewayProblem;
import fr.parchemin.gateway.problem.Refusals;
import fr.parchemin.gateway.proxy.Part;
import fr.parchemin.gateway.proxy.Proxy;
import fr.parchemin.gateway.proxy.Routes;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.web.Correlation;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Where every request arrives, before anything else looks at it: its form is inspected, its token verified, and it is
 * passed on. What the gateway answers itself goes on to the resources of this application.
 */
@Singleton
final class FrontDoor {

    private static final int BEFORE_EVERYTHING = 1_000;

    private static final String ARRIVED = "parchemin.arrived";
    private static final String BEARER = "Bearer ";
    private static final String TOKEN_PATH = "/oauth/token";

    private static final Set<String> OWN_PATHS = Set.of(
            "/",
            "/v1",
            "/v1/me",
            "/v1/code-lists",
            "/openapi",
            "/openapi.json",
            "/openapi.yaml",
            "/docs",
            "/docs.css",
            "/docs.js",
            "/dashboard",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started");

    /** What lies below these is ours as well. */
    private static final List<String> OWN_FOLDERS = List.of("/dashboard/", "/v1/code-lists/");

    private final Refusals refusals;
    private final Proxy proxy;
    private final HttpAuthenticator authenticator;
    private final Vertx vertx;
    private final RateLimit rateLimit;
    private final VerifiedTokens verifiedTokens;

    FrontDoor(
            Refusals refusals,
            Proxy proxy,
            HttpAuthenticator authenticator,
            Vertx vertx,
            GatewayConfig config,
            Clock clock) {
        this.refusals = refusals;
        this.proxy = proxy;
        this.authenticator = authenticator;
        this.vertx = vertx;
        this.verifiedTokens = new VerifiedTokens(clock::millis);
        this.rateLimit = new RateLimit(config.requestsPerMinute(), clock::millis);
    }

    void open(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_EVERYTHING);
    }

    /** The router refuses some requests before any handler sees them, with an empty answer unless somebody says more. */
    void explain(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.get(ARRIVED) != null) {
                context.next();
                return;
            }
            Correlation.begin(context.request().getHeader(Correlation.TRACEPARENT));
            Fault fault = RequestForm.faultOf(context.request());
            if (fault == null) {
                fault = new Fault(CommonProblem.INVALID_REQUEST, "The request is not well formed HTTP/1.1.");
            }
            refusals.refuse(context, fault.kind(), fault.detail());
        });
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.put(ARRIVED, true);
        Correlation.begin(request.getHeader(Correlation.TRACEPARENT));
        if (Bodies.announcedBy(request)) {
            request.pause();
        }
        Fault fault = RequestForm.faultOf(request);
        if (fault != null) {
            refusals.refuse(context, fault.kind(), fault.detail());
            return;
        }
        String path = request.path();
        Part part = path.equals(TOKEN_PATH) ? Part.TOKENS : Routes.of(path);
        if (part == null && !OWN_PATHS.contains(path) && OWN_FOLDERS.stream().noneMatch(path::startsWith)) {
            refusals.refuse(
                    context, GatewayProblem.NO_SUCH_OPERATION, "GET /openapi describes everything that there is.");
            return;
        }
        if (part == Part.TOKENS && request.method() != HttpMethod.POST) {
            refusals.refuse(context, CommonProblem.METHOD_NOT_ALLOWED, "Tokens are asked for with POST.");
            return;
        }
        if (part == null) {
            request.resume();
            context.next();
        } else {
            admit(context, part);
        }
    }

    private void admit(RoutingContext context, Part part) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || part == Part.TOKENS) {
            passOn(context, part, context.request().remoteAddress().hostAddress());
            return;
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            refusals.refuse(context, CommonProblem.UNAUTHENTICATED, "Send the token as Authorization: Bearer.");
            return;
        }
        String token = authorization.substring(BEARER.length());
        String client = verifiedTokens.clientOf(token);
        if (client == null) {
            verify(context, part, token);
        } else {
            passOn(context, part, client);
        }
    }

    /** A token that is sent must be good, even where none is needed: a silent fall back to a stranger's rights misleads. */
    private void verify(RoutingContext context, Part part, String token) {
        Context loop = vertx.getOrCreateContext();
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        identity -> onLoop(loop, () -> verified(context, part, token, identity)),
                        failure -> onLoop(loop, () -> unverified(context, failure)));
    }

    private void verified(RoutingContext context, Part part, String token, @Nullable SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken jwt) {
            verifiedTokens.remember(token, jwt.getName(), jwt.getExpirationTime() * 1_000);
            passOn(context, part, jwt.getName());
        } else {
            unverified(context, new AuthenticationFailedException());
        }
    }

    private void unverified(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            refusals.refuse(
                    context,
                    CommonProblem.UNAUTHENTICATED,
                    "The token is expired, malformed, or not made for this API by its identity provider.");
        } else {
            Log.warnf("Tokens cannot be verified: %s", failure);
            refusals.refuse(context, CommonProblem.UNAVAILABLE, Part.TOKENS.label() + " cannot be reached.");
        }
    }

    private void passOn(RoutingContext context, Part part, String client) {
        if (rateLimit.allows(client)) {
            proxy.pass(context, part);
        } else {
            refusals.refuse(context, CommonProblem.TOO_MANY_REQUESTS, "Go on in a minute.");
        }
    }

    private static void onLoop(Context loop, Runnable work) {
        if (Vertx.currentContext() == loop) {
            work.run();
        } else {
            loop.runOnContext(ignored -> work.run());
        }
    }
}
