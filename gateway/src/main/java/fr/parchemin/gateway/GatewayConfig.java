package fr.parchemin.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What the gateway can be told by its environment: {@code PARCHEMIN_GATEWAY_REFERENTIEL_URL} and so on. */
@ConfigMapping(prefix = "parchemin.gateway")
public interface GatewayConfig {

    /** Where the référentiel service listens: scheme, host and port. */
    @WithDefault("http://127.0.0.1:8081")
    URI referentielUrl();

    /** Where the session service listens. */
    @WithDefault("http://127.0.0.1:8082")
    URI sessionUrl();

    /** Where the results service listens. */
    @WithDefault("http://127.0.0.1:8083")
    URI resultsUrl();

    /** Token endpoint of the identity provider; without it {@code POST /oauth/token} does not exist here. */
    Optional<URI> tokenUrl();

    /** Connections that one event loop keeps to one service at most; further requests wait for one of them. */
    @WithDefault("256")
    int connectionsPerLoop();

    /** How long a service may stay silent, before it answers and between two pieces of an answer, or keep a request waiting. */
    @WithDefault("30s")
    Duration timeout();

    /** Largest request body. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    /** Largest request body under {@code /v1/imports}. */
    @WithDefault("512M")
    MemorySize importLimit();

    /** Largest file of candidates, and largest receipt of a declaration. */
    @WithDefault("32M")
    MemorySize listLimit();

    /** Requests that one client (or one address, without a token) may send in a minute; 0 for no limit. */
    @WithDefault("0")
    int requestsPerMinute();
}
