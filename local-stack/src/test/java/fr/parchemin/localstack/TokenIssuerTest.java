package fr.parchemin.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @SuppressWarnings("NullAway.Init")
    private TokenIssuer issuer;

    @BeforeEach
    void start() {
        issuer = TokenIssuer.start(home, 0);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aKeyThatWasNeverWrittenKeepsNobodyFromStarting() throws Exception {
        Path killed = Files.createDirectories(home.resolve("killed"));
        Files.writeString(killed.resolve("issuer-key.json"), "");

        TokenIssuer.start(killed, 0).close();

        assertThat(killed.resolve("issuer-key.json")).content().contains("\"kty\"");
    }

    @Test
    void aTokenSaysWhoAndForWhomAndIsSignedWithThePublishedKey() throws Exception {
        String token = body(ask("grant_type=client_credentials&client_id=demo-centre&client_secret=demo-centre-secret"))
                .get("access_token")
                .textValue();

        JWTClaimsSet claims = verified(token);
        assertThat(claims.getSubject()).isEqualTo("demo-centre");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("demo-centre");
        assertThat(claims.getIssuer()).isEqualTo(issuer.url());
        assertThat(claims.getAudience()).containsExactly("parchemin");
        assertThat(claims.getStringListClaim("roles")).containsExactly("centre");
        assertThat(claims.getStringClaim("siret")).isEqualTo("98222438800016");
        assertThat(claims.getClaim("scope")).isNull();
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    void aJurorActsForNoOrganisation() throws Exception {
        JWTClaimsSet claims =
                verified(issuer.tokenFor(DemoClient.byId("demo-juror-3").orElseThrow()));

        assertThat(claims.getSubject()).isEqualTo("demo-juror-3");
        assertThat(claims.getClaims()).doesNotContainKey("siret");
    }

    @Test
    void idAndSecretMayComeAsBasicCredentials() throws Exception {
        String basic = Base64.getEncoder().encodeToString("demo-platform:demo-platform-secret".getBytes(UTF_8));

        HttpResponse<String> answer = HTTP.send(
                request("/oauth/token")
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(body(answer).get("token_type").textValue()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=demo-centre&client_secret=wrong, 401, invalid_client",
        "grant_type=client_credentials&client_id=nobody&client_secret=nobody-secret, 401, invalid_client",
        "grant_type=client_credentials, 401, invalid_client",
        "grant_type=password&client_id=demo-centre&client_secret=demo-centre-secret, 400, unsupported_grant_type",
        "nonsense, 400, unsupported_grant_type",
        "grant_type=%zz, 400, invalid_request",
    })
    void refuses(String form, int status, String error) throws Exception {
        HttpResponse<String> answer = ask(form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(body(answer).get("error").textValue()).isEqualTo(error);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void discoveryLeadsToKeysAndTokens() throws Exception {
        JsonNode discovery = body(get("/.well-known/openid-configuration"));

        assertThat(discovery.get("issuer").textValue()).isEqualTo(issuer.url());
        assertThat(discovery.get("jwks_uri").textValue()).isEqualTo(issuer.url() + "/jwks");
        assertThat(discovery.get("token_endpoint").textValue()).isEqualTo(issuer.url() + "/oauth/token");
        assertThat(get("/jwks").body()).contains("\"kid\"").doesNotContain("\"d\"");
        assertThat(get("/oauth/token").statusCode()).isEqualTo(405);
    }

    @Test
    void aTokenOutlivesARestart() throws Exception {
        String token = issuer.tokenFor(DemoClient.byId("demo-analyst").orElseThrow());
        issuer.close();

        issuer = TokenIssuer.start(home, 0);

        assertThat(verified(token).getSubject()).isEqualTo("demo-analyst");
        assertThat(Files.getPosixFilePermissions(home.resolve("issuer-key.json")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        var key =
                JWKSet.parse(get("/jwks").body()).getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private HttpResponse<String> ask(String form) throws Exception {
        return HTTP.send(
                request("/oauth/token").POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(issuer.url() + path));
    }

    private static JsonNode body(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
