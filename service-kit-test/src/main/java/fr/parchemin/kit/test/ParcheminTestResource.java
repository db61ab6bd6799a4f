package fr.parchemin.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real PostgreSQL server, a real Kafka broker and a token issuer, once for all tests of a module. Put
 * {@code @QuarkusTestResource(ParcheminTestResource.class)} on one test class of the module.
 */
public final class ParcheminTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                Infrastructure.property(Infrastructure.JDBC_URL),
                "quarkus.datasource.username",
                "service",
                "quarkus.datasource.password",
                "service",
                "kafka.bootstrap.servers",
                Infrastructure.property(Infrastructure.KAFKA),
                "quarkus.oidc.auth-server-url",
                Infrastructure.property(Infrastructure.ISSUER),
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        // The processes end with the JVM, by a shutdown hook: later test classes still use them.
    }
}
