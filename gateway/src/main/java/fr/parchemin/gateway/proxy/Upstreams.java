package fr.parchemin.gateway.proxy;

import fr.parchemin.gateway.GatewayConfig;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The services behind the door and the connections to them. Every event loop has a client with pools of its own, so a
 * request and its answer never change threads and no lock is shared between loops.
 */
@Singleton
final class Upstreams {

    private static final int WAITING_PER_LOOP = 1_024;

    private final Map<Part, URI> addresses = new EnumMap<>(Part.class);
    private final FastThreadLocal<HttpClient> clients;

    Upstreams(GatewayConfig config, Vertx vertx) {
        addresses.put(Part.REFERENTIEL, config.referentielUrl());
        addresses.put(Part.SESSION, config.sessionUrl());
        addresses.put(Part.RESULTS, config.resultsUrl());
        config.tokenUrl().ifPresent(url -> addresses.put(Part.TOKENS, url));
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(60)
                .setConnectTimeout(2_000)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(32 * 1024)
                .setDecompressionSupported(false);
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(config.connectionsPerLoop()).setMaxWaitQueueSize(WAITING_PER_LOOP);
        clients = new FastThreadLocal<>() {
            @Override
            protected HttpClient initialValue() {
                return vertx.createHttpClient(options, pool);
            }
        };
    }

    /** The client of the event loop that asks. */
    HttpClient client() {
        return clients.get();
    }

    /** Whether the part is there at all in this installation. */
    boolean has(Part part) {
        return addresses.containsKey(part);
    }

    /** Where {@code target} (path and query) of the part lies; for the token endpoint the configured path counts. */
    RequestOptions locate(Part part, String target) {
        URI address = Optional.ofNullable(addresses.get(part))
                .orElseThrow(() -> new IllegalStateException(part + " has no address"));
        boolean ssl = "https".equalsIgnoreCase(address.getScheme());
        return new RequestOptions()
                .setSsl(ssl)
                .setHost(address.getHost())
                .setPort(address.getPort() >= 0 ? address.getPort() : ssl ? 443 : 80)
                .setURI(part == Part.TOKENS ? address.getRawPath() : target);
    }
}
