package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real Keycloak with the realm of the compose file: every demo client gets the token that the services expect. */
@Tag("keycloak")
class KeycloakRealmTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path HOME = Path.of(System.getProperty("keycloak.home", "keycloak"));

    private static Process keycloak;
    private static String realm;

    @BeforeAll
    static void start() throws IOException {
        Path imports = Files.createDirectories(HOME.resolve("data/import"));
        Files.copy(
                ContainerFiles.REALM,
                imports.resolve(ContainerFiles.REALM.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--cache=local",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + freePort())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(ContainerFiles.demoEnvironment());
        keycloak = builder.start();
        realm = "http://127.0.0.1:" + port + "/realms/parchemin";
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> get(realm + "/.well-known/openid-configuration").statusCode() == 200);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
        if (!keycloak.waitFor(20, TimeUnit.SECONDS)) {
            keycloak.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "demo-certifier, certifier,",
        "demo-authority, authority,",
        "demo-centre, centre, 98222438800016",
        "demo-centre-2, centre, 73282932000074",
        "demo-juror-1, juror,",
        "demo-juror-2, juror,",
        "demo-juror-3, juror,",
        "demo-juror-4, juror,",
        "demo-platform, platform, 35600000000048",
        "demo-platform-2, platform, 35600000009075",
        "demo-analyst, analyst,",
        "demo-operator, operator,"
    })
    void aDemoClientGetsTheTokenThatTheServicesExpect(String client, String role, @Nullable String siret)
            throws Exception {
        HttpResponse<String> answer =
                token(client, client + "-" + ContainerFiles.demoEnvironment().get("PARCHEMIN_DEMO_KEY"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String[] jwt = JSON.readTree(answer.body()).get("access_token").asText().split("\\.");
        assertThat(decode(jwt[0]).get("alg").asText()).isEqualTo("RS256");
        JsonNode claims = decode(jwt[1]);
        assertThat(claims.get("iss").asText()).isEqualTo(realm);
        assertThat(claims.get("aud").asText()).isEqualTo("parchemin");
        assertThat(claims.get("sub").asText()).isEqualTo(client);
        assertThat(claims.get("client_id").asText()).isEqualTo(client);
        assertThat(claims.get("roles").toString()).isEqualTo("[\"" + role + "\"]");
        assertThat(claims.path("siret").asText(null)).isEqualTo(siret);
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("scope").asText()).isEmpty();
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        assertThat(token("demo-centre", "demo-centre-${PARCHEMIN_DEMO_KEY}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theRealmHasTheDemoClientsOfThisTestAndNoOther() {
        assertThat(ContainerFiles.realm().get("clients").findValuesAsText("clientId"))
                .hasSize(12);
    }

    private static HttpResponse<String> token(String client, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + basic)
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode decode(String part) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
