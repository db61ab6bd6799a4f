package fr.parchemin.gateway;

import fr.parchemin.localstack.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands around the gateway in its tests: an issuer of tokens, two services, and a third that is down. */
public final class GatewayTestResource implements QuarkusTestResourceLifecycleManager {

    /** How long the gateway waits in the tests. */
    public static final Duration TIMEOUT = Duration.ofMillis(1_500);

    /** How many connections to one service an event loop has in the tests. */
    public static final int CONNECTIONS_PER_LOOP = 4;

    private @Nullable TokenIssuer issuer;
    private @Nullable ServiceFake referentiel;
    private @Nullable ServiceFake session;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("issuer");
            issuer = TokenIssuer.start(home, 0);
            referentiel = new ServiceFake("referentiel");
            session = new ServiceFake("session");
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    issuer.url(),
                    "test.issuer.home",
                    home.toString(),
                    "parchemin.gateway.token-url",
                    issuer.url() + "/oauth/token",
                    "parchemin.gateway.referentiel-url",
                    referentiel.url(),
                    "parchemin.gateway.session-url",
                    session.url(),
                    "parchemin.gateway.results-url",
                    "http://127.0.0.1:" + portOfNobody(),
                    "parchemin.gateway.timeout",
                    TIMEOUT.toMillis() + "ms",
                    "parchemin.gateway.connections-per-loop",
                    String.valueOf(CONNECTIONS_PER_LOOP),
                    "parchemin.gateway.import-limit",
                    "8M");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
        if (referentiel != null) {
            referentiel.close();
        }
        if (session != null) {
            session.close();
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
