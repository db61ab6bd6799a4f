package fr.parchemin.gateway.dashboard;

import fr.parchemin.localstack.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real issuer of tokens and {@link FakeUpstream} in the place of every service. */
public final class DashboardUpstreams implements QuarkusTestResourceLifecycleManager {

    private static @Nullable FakeUpstream running;

    private @Nullable TokenIssuer issuer;

    /** After the resource of the other tests, which Quarkus starts here too: what is said last holds. */
    @Override
    public int order() {
        return 1;
    }

    static FakeUpstream upstream() {
        return Objects.requireNonNull(running);
    }

    @Override
    public Map<String, String> start() {
        try {
            issuer = TokenIssuer.start(Files.createTempDirectory("issuer"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FakeUpstream upstream = new FakeUpstream();
        running = upstream;
        return Map.of(
                "quarkus.oidc.auth-server-url",
                issuer.url(),
                "parchemin.gateway.token-url",
                issuer.url() + "/oauth/token",
                "parchemin.gateway.referentiel-url",
                upstream.url(),
                "parchemin.gateway.session-url",
                upstream.url(),
                "parchemin.gateway.results-url",
                upstream.url());
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
        }
        if (issuer != null) {
            issuer.close();
        }
    }
}
