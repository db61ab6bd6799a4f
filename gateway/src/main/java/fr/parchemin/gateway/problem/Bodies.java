package fr.parchemin.gateway.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What the head of an HTTP/1.1 request says about its body. */
public final class Bodies {

    private Bodies() {}

    /** Whether a body follows the head (RFC 9112, 6.3). */
    public static boolean announcedBy(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || announcedLength(request) > 0;
    }

    /** The length named in the head, 0 when none is named. The HTTP decoder has refused malformed ones before. */
    public static long announcedLength(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
