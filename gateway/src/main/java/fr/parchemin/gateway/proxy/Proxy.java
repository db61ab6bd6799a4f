package fr.parchemin.gateway.proxy;

import fr.parchemin.gateway.GatewayConfig;
import fr.parchemin.gateway.problem.Bodies;
import fr.parchemin.gateway.problem.GatewayProblem;
import fr.parchemin.gateway.problem.Refusals;
import fr.parchemin.kit.problem.CommonProblem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HexFormat;

/** Passes requests on to the part that answers them. */
@Singleton
public final class Proxy {

    private final Upstreams upstreams;
    private final Refusals refusals;
    private final Vertx vertx;
    private final long bodyLimit;
    private final long importLimit;
    private final long listLimit;
    private final long timeoutMillis;

    Proxy(Upstreams upstreams, Refusals refusals, Vertx vertx, GatewayConfig config) {
        this.upstreams = upstreams;
        this.refusals = refusals;
        this.vertx = vertx;
        this.bodyLimit = config.bodyLimit().asLongValue();
        this.importLimit = config.importLimit().asLongValue();
        this.listLimit = config.listLimit().asLongValue();
        this.timeoutMillis = config.timeout().toMillis();
    }

    /** Passes one request on. Call it on the event loop of the request; a request with a body must be paused. */
    public void pass(RoutingContext context, Part part) {
        HttpServerRequest request = context.request();
        if (!upstreams.has(part)) {
            refusals.refuse(
                    context,
                    GatewayProblem.NO_SUCH_OPERATION,
                    "Tokens are not given out here: ask the identity provider of this installation.");
            return;
        }
        long limit = limit(request.path());
        if (Bodies.announcedLength(request) > limit) {
            refusals.refuse(context, CommonProblem.TOO_LARGE, "A body may have " + limit + " bytes here.");
            return;
        }
        RequestOptions options = upstreams
                .locate(part, encoded(request.uri()))
                .setMethod(request.method())
                // Counts from here, the wait for a free connection included.
                .setConnectTimeout(timeoutMillis)
                .setHeaders(ForwardedHeaders.toService(request));
        new Exchange(vertx, refusals, context, part, upstreams.client(), options, limit, timeoutMillis).begin();
    }

    private long limit(String path) {
        if (Routes.takesFiles(path)) {
            return importLimit;
        }
        return Routes.takesLists(path) ? listLimit : bodyLimit;
    }

    /**
     * A query may arrive with raw bytes above ASCII (a person typing accents into curl) or characters that RFC 3986 keeps
     * out of it; they leave percent-encoded. A path with any of them has been refused before.
     */
    static String encoded(String target) {
        int i = 0;
        while (i < target.length() && isPlain(target.charAt(i))) {
            i++;
        }
        if (i == target.length()) {
            return target;
        }
        HexFormat hex = HexFormat.of().withUpperCase();
        StringBuilder encoded = new StringBuilder(target.length() + 16).append(target, 0, i);
        for (; i < target.length(); i++) {
            char c = target.charAt(i);
            if (isPlain(c)) {
                encoded.append(c);
            } else {
                // The HTTP decoder makes one character of each byte.
                encoded.append('%').append(hex.toHexDigits((byte) c));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char c) {
        return c > 0x20 && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
    }
}
