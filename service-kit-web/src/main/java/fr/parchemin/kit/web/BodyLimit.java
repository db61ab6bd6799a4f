package fr.parchemin.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemDetails;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says that a body is too large in the same words as every other problem; Quarkus, which goes next, says nothing. */
@Singleton
final class BodyLimit {

    private final long most;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, ObjectMapper json) {
        this.most = most.asLongValue();
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= most) {
            context.next();
            return;
        }
        Correlation.begin(context.request().getHeader(Correlation.TRACEPARENT));
        try {
            byte[] body = json.writeValueAsBytes(ProblemDetails.of(
                    CommonProblem.TOO_LARGE,
                    "At most " + most + " bytes.",
                    List.of(),
                    context.request().path(),
                    Correlation.traceId()));
            context.response()
                    .setStatusCode(CommonProblem.TOO_LARGE.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    // What is still under way is not read: nothing else can follow on this connection.
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .endHandler(x -> context.request().connection().close())
                    .end(Buffer.buffer(body));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
