package fr.parchemin.referentiel.certification;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What {@code parchemin bench sheet} compares with: the bytes of sheets at {@code /bench/sheets/<number>} with nothing around
 * them, neither tag nor check nor change. Absent unless {@code parchemin.bench.fixed-sheets} is true.
 */
@ApplicationScoped
class FixedSheets {

    private static final int MOST = 2_000;

    private final ReadSheet sheets;
    private final boolean wanted;
    private final Map<String, Buffer> fixed = new ConcurrentHashMap<>();

    FixedSheets(
            ReadSheet sheets,
            @ConfigProperty(name = "parchemin.bench.fixed-sheets", defaultValue = "false") boolean wanted) {
        this.sheets = sheets;
        this.wanted = wanted;
    }

    void route(@Observes Router router) {
        if (wanted) {
            router.get("/bench/sheets/:number").handler(this::answer);
        }
    }

    private void answer(RoutingContext context) {
        String number = context.pathParam("number");
        Buffer bytes = fixed.get(number);
        if (bytes != null) {
            send(context, bytes);
        } else if (fixed.size() >= MOST) {
            context.fail(507);
        } else {
            context.vertx()
                    .executeBlocking(() -> Buffer.buffer(sheets.read(number).json()), false)
                    .onSuccess(read -> {
                        fixed.put(number, read);
                        send(context, read);
                    })
                    .onFailure(context::fail);
        }
    }

    private static void send(RoutingContext context, Buffer bytes) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .end(bytes);
    }
}
