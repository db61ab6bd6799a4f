package fr.parchemin.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.problem.ProblemDetails;
import fr.parchemin.kit.problem.ProblemKind;
import fr.parchemin.kit.problem.RetryAfter;
import fr.parchemin.kit.web.Correlation;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Answers with problem details outside JAX-RS, straight from an event loop. */
@Singleton
public final class Refusals {

    /** How much of an unwanted body is swallowed so that the caller gets to read the answer. */
    private static final long LINGER_BYTES = 16L << 20;

    private static final long LINGER_MILLIS = 3_000;

    private final ObjectMapper json;
    private final Vertx vertx;

    Refusals(ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
    }

    /** Ends the request with a problem. A head that is already out cannot be taken back: the connection is cut instead. */
    public void refuse(RoutingContext context, ProblemKind kind, String detail) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.headers().clear();
        response.setChunked(false)
                .setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (kind.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        Integer wait = RetryAfter.seconds(kind.status(), Instant.now());
        if (wait != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        Buffer body = bodyOf(context, kind, detail);
        if (Bodies.announcedBy(context.request()) && !context.request().isEnded()) {
            endAndSwallow(context.request(), response, body);
        } else {
            response.end(body);
        }
    }

    /**
     * A caller that is still sending reads nothing yet, and closing the connection on unread bytes makes its system throw
     * our answer away. So the rest is read and dropped for a moment, within bounds, and only then the connection closed.
     */
    private void endAndSwallow(HttpServerRequest request, HttpServerResponse response, Buffer body) {
        long deadline = vertx.setTimer(LINGER_MILLIS, id -> request.connection().close());
        long[] swallowed = {0};
        request.exceptionHandler(gone -> vertx.cancelTimer(deadline));
        request.handler(chunk -> {
            swallowed[0] += chunk.length();
            if (swallowed[0] > LINGER_BYTES) {
                request.connection().close();
            }
        });
        request.endHandler(all -> {
            vertx.cancelTimer(deadline);
            request.connection().close();
        });
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response.end(body);
        request.resume();
    }

    private Buffer bodyOf(RoutingContext context, ProblemKind kind, String detail) {
        ProblemDetails problem =
                ProblemDetails.of(kind, detail, List.of(), context.request().path(), Correlation.traceId());
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of strings can be written", e);
        }
    }
}
