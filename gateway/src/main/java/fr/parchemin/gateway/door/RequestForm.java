package fr.parchemin.gateway.door;

import fr.parchemin.gateway.problem.GatewayProblem;
import fr.parchemin.kit.problem.CommonProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the head of a request by its form alone. */
final class RequestForm {

    private static final int LONGEST_TARGET = 8_000;
    private static final int LARGEST_HEAD = 16 * 1024;

    /** Colon, blank and line end around each header. */
    private static final int HEADER_OVERHEAD = 4;

    private RequestForm() {}

    /** The first fault of the head, null when it has none. */
    static @Nullable Fault faultOf(HttpServerRequest request) {
        String target = request.uri();
        if (target.length() > LONGEST_TARGET) {
            return new Fault(GatewayProblem.URI_TOO_LONG, "At most " + LONGEST_TARGET + " characters.");
        }
        String path = PathCheck.faultOf(target);
        if (path != null) {
            return new Fault(GatewayProblem.AMBIGUOUS_PATH, path);
        }
        if (request.method() == HttpMethod.TRACE || request.method() == HttpMethod.CONNECT) {
            return new Fault(CommonProblem.METHOD_NOT_ALLOWED, request.method() + " is not served.");
        }
        if (sizeOfHeaders(request) > LARGEST_HEAD) {
            return new Fault(GatewayProblem.HEADERS_TOO_LARGE, "At most " + LARGEST_HEAD + " bytes.");
        }
        // Two of these, and the gateway and a service might each believe another one.
        if (request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            return new Fault(CommonProblem.INVALID_REQUEST, "There is more than one Authorization header.");
        }
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return new Fault(CommonProblem.INVALID_REQUEST, "There is more than one Host header.");
        }
        String host = request.getHeader(HttpHeaders.HOST);
        if (host != null && !isHost(host)) {
            return new Fault(CommonProblem.INVALID_REQUEST, "The Host header is not a host and a port.");
        }
        return null;
    }

    private static boolean isHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && ".-_:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int sizeOfHeaders(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + HEADER_OVERHEAD;
        }
        return size;
    }
}
