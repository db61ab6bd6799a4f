package fr.parchemin.gateway.proxy;

import fr.parchemin.gateway.problem.Bodies;
import fr.parchemin.gateway.problem.Refusals;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemKind;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through: head, body, answer, all streamed with back pressure on the event loop that accepted the
 * connection. Its life: connect, send (body limited as it passes), wait for the answer's head, stream the answer. It
 * ends once, by completion, by {@link #fail} or because the caller has gone.
 */
final class Exchange {

    private final Vertx vertx;
    private final Refusals refusals;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Part part;
    private final HttpClient client;
    private final RequestOptions options;
    private final boolean hasBody;
    private final long bodyLimit;
    private final long timeoutMillis;

    private @Nullable HttpClientRequest sent;
    private boolean sentWhole;
    private long received;
    private long timer = -1;
    private boolean moved;
    private boolean answered;
    private boolean retried;
    private boolean over;

    Exchange(
            Vertx vertx,
            Refusals refusals,
            RoutingContext context,
            Part part,
            HttpClient client,
            RequestOptions options,
            long bodyLimit,
            long timeoutMillis) {
        this.vertx = vertx;
        this.refusals = refusals;
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.part = part;
        this.client = client;
        this.options = options;
        this.hasBody = Bodies.announcedBy(request);
        this.bodyLimit = bodyLimit;
        this.timeoutMillis = timeoutMillis;
    }

    /** Begins. A request with a body must be paused. */
    void begin() {
        context.addEndHandler(ended -> close());
        connect();
    }

    private void connect() {
        client.request(options).onComplete(connected -> {
            if (connected.failed()) {
                fail(connected.cause());
            } else if (over) {
                connected.result().exceptionHandler(expected -> {}).reset();
            } else {
                send(connected.result());
            }
        });
    }

    private void send(HttpClientRequest upstream) {
        sent = upstream;
        upstream.exceptionHandler(this::fail);
        upstream.response().onComplete(answer -> {
            if (answer.succeeded()) {
                answer(answer.result());
            } else {
                fail(answer.cause());
            }
        });
        if (hasBody) {
            pump(upstream);
        } else {
            endSending(upstream);
        }
    }

    private void pump(HttpClientRequest upstream) {
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            upstream.setChunked(true);
        }
        request.exceptionHandler(gone -> close());
        request.endHandler(all -> {
            if (!over) {
                endSending(upstream);
            }
        });
        request.handler(chunk -> {
            received += chunk.length();
            if (over) {
                // The answer is out already; the rest of the body is read and dropped, but not for ever.
                if (received > bodyLimit) {
                    request.connection().close();
                }
                return;
            }
            if (received > bodyLimit) {
                refuse(CommonProblem.TOO_LARGE, "A body may have " + bodyLimit + " bytes here.");
                return;
            }
            upstream.write(chunk);
            if (upstream.writeQueueFull()) {
                request.pause();
                upstream.drainHandler(drained -> request.resume());
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            response.writeContinue();
        }
        request.resume();
    }

    private void endSending(HttpClientRequest upstream) {
        sentWhole = true;
        watch();
        upstream.end();
    }

    private void answer(HttpClientResponse answer) {
        if (over) {
            return;
        }
        answered = true;
        moved = true;
        try {
            writeHead(answer);
        } catch (IllegalArgumentException malformed) {
            fail(malformed);
            return;
        }
        answer.exceptionHandler(this::fail);
        answer.endHandler(all -> complete());
        answer.handler(chunk -> forward(answer, chunk));
    }

    private void complete() {
        if (over) {
            return;
        }
        if (sentWhole) {
            over = true;
            cancelTimer();
            response.end();
            return;
        }
        // The service wants no more of the body. Its connection is only given back after a whole request: it is closed.
        close();
        response.end();
        // No drain of that connection will let the rest of the body in any more.
        request.resume();
    }

    private void writeHead(HttpClientResponse answer) {
        int status = answer.statusCode();
        response.setStatusCode(status);
        if (answer.statusMessage() != null) {
            response.setStatusMessage(answer.statusMessage());
        }
        ForwardedHeaders.toCaller(answer.headers(), response.headers());
        boolean bodiless = request.method() == HttpMethod.HEAD || status == 204 || status == 304;
        if (!bodiless && !answer.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/event-stream")) {
            // Silence is part of an event stream; the head must not wait for the first event.
            cancelTimer();
            response.writeHead();
        }
    }

    private void forward(HttpClientResponse answer, Buffer chunk) {
        if (over) {
            return;
        }
        moved = true;
        response.write(chunk);
        if (response.writeQueueFull()) {
            answer.pause();
            response.drainHandler(drained -> {
                moved = true;
                answer.resume();
            });
        }
    }

    /** Gives up when nothing has moved for a whole time-out. */
    private void watch() {
        if (timer < 0 && !over) {
            timer = vertx.setTimer(timeoutMillis, id -> {
                timer = -1;
                if (moved || response.writeQueueFull()) {
                    moved = false;
                    watch();
                } else {
                    fail(new SilenceException());
                }
            });
        }
    }

    private void cancelTimer() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }

    private void fail(Throwable cause) {
        if (over) {
            return;
        }
        if (!answered && !retried && !hasBody && isSafe(request.method()) && isBrokenOff(cause) && sent != null) {
            // A kept connection may die just as it is used again: a read can be asked once more.
            retried = true;
            sent = null;
            cancelTimer();
            connect();
            return;
        }
        Log.warnf("%s %s: %s %s (%s)", request.method(), request.path(), part, describe(cause), cause);
        refuse(CommonProblem.UNAVAILABLE, part.label() + " " + describe(cause) + ".");
    }

    private void refuse(ProblemKind kind, String detail) {
        close();
        refusals.refuse(context, kind, detail);
    }

    /** Lets go of the service's connection; also when the caller has gone. */
    private void close() {
        if (over) {
            return;
        }
        over = true;
        cancelTimer();
        if (sent != null) {
            sent.reset();
        }
    }

    private String describe(Throwable cause) {
        if (cause instanceof SilenceException) {
            return "said nothing for " + timeoutMillis / 1_000.0 + " s";
        }
        if (cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException) {
            return "has more to do than it can take";
        }
        if (sent == null) {
            return "cannot be reached";
        }
        return isBrokenOff(cause) ? "broke off before it had answered" : "gave an answer that cannot be read";
    }

    private static boolean isSafe(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    private static boolean isBrokenOff(Throwable cause) {
        return cause instanceof HttpClosedException || cause instanceof IOException;
    }

    private static final class SilenceException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SilenceException() {
            super("nothing moved", null, false, false);
        }
    }
}
