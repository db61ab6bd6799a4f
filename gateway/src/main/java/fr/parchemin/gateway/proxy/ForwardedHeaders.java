package fr.parchemin.gateway.proxy;

import fr.parchemin.kit.web.Correlation;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides which headers cross the gateway (RFC 9110, 7.6.1) and what the gateway says about the caller. */
final class ForwardedHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** Only the gateway says these; {@code expect} is answered here, {@code host} is the service's. */
    private static final Set<String> GATEWAY_ONLY = Set.of(
            "forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "expect", "host", Correlation.TRACEPARENT);

    private static final String X_FORWARDED = "x-forwarded-";

    private ForwardedHeaders() {}

    /** Headers of the request as the service gets them. */
    static MultiMap toService(HttpServerRequest request) {
        MultiMap out = HttpHeaders.headers();
        copy(request.headers(), out, true);
        String host = request.getHeader(HttpHeaders.HOST);
        if (host != null) {
            out.set("X-Forwarded-Host", host);
        }
        String scheme = request.scheme();
        out.set("X-Forwarded-Proto", scheme == null ? "http" : scheme);
        out.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        String traceparent = Correlation.traceparent();
        if (traceparent != null) {
            out.set(Correlation.TRACEPARENT, traceparent);
        }
        return out;
    }

    /** Adds the headers of a service's answer to {@code out}. */
    static void toCaller(MultiMap answer, MultiMap out) {
        copy(answer, out, false);
    }

    private static void copy(MultiMap from, MultiMap to, boolean request) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(name)
                    || named.contains(name)
                    || (request && (GATEWAY_ONLY.contains(name) || name.startsWith(X_FORWARDED)))) {
                continue;
            }
            to.add(header.getKey(), header.getValue());
        }
    }

    /** {@code Connection: close, X-Secret} makes {@code X-Secret} a matter of this connection only. */
    private static Set<String> namedByConnection(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : value.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        // Naming the body's own length away would turn one request into two.
        names.remove("content-length");
        return names;
    }
}
