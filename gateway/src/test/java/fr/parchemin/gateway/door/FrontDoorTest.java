package fr.parchemin.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.gateway.GatewayTestResource;
import fr.parchemin.gateway.RawHttp;
import fr.parchemin.gateway.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class FrontDoorTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/sessions;a=b",
                "/v1/sessions%2Fecho",
                "/v1/sessions%5Cecho",
                "/v1/sessions\\echo",
                "/v1//sessions",
                "/v1/certifications/../sessions",
                "/v1/certifications/%2e%2e/sessions",
                "/v1/%73essions",
                "/v1/sessions%00",
                "/v1/me;x",
                "/v1/sessions%zz",
                "*",
                "api.example:443",
                "/q/health/../metrics",
                "http://other.example/v1/sessions",
            })
    void refusesOddPaths(String target) throws IOException {
        RawHttp.Answer answer = RawHttp.get(port, target, "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.has("content-type")).isTrue();
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("type").textValue()).isEqualTo("https://parchemin.fr/problems/ambiguous-path");
        assertThat(problem.get("traceId").textValue()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1/nothing",
                "/v1/exports",
                "/v1/exports/everything",
                "/v2/sessions",
                "/q",
                "/q/openapi",
                "/q/metrics",
                "/q/dev-ui",
                "/q/health/group",
                "/openapi/x",
                "/V1/sessions"
            })
    void hasNothingElse(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://parchemin.fr/problems/no-such-operation"))
                .body("instance", equalTo(path))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/certifications/echo, referentiel",
        "/v1/imports/echo, referentiel",
        "/v1/sessions/1/echo, session",
        "/v1/candidates/1/echo, session",
    })
    void findsTheService(String path, String service) {
        given().get(path).then().statusCode(200).body(startsWith(service + "\n"));
    }

    @Test
    void answersNoMethodsForProxies() {
        assertThat(RawHttp.send(port, "TRACE /v1/sessions HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(405);
        // Not even a path.
        assertThat(RawHttp.send(port, "CONNECT api.example:443 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
        given().post("/v1").then().statusCode(405).contentType("application/problem+json");
        given().get("/oauth/token").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void limitsTheHead() {
        given().get("/v1/sessions/echo?x=" + "a".repeat(8_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json");
        given().header("X-Large", "a".repeat(17 * 1024))
                .get("/v1/sessions/echo")
                .then()
                .statusCode(431)
                .contentType("application/problem+json");
        given().header("X-Large", "a".repeat(14 * 1024))
                .get("/v1/sessions/echo")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesHeadersThatCanBeReadTwice() {
        assertThat(RawHttp.get(port, "/v1/sessions/echo", "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(RawHttp.get(port, "/v1/sessions/echo", "Host: b\r\n").status())
                .isEqualTo(400);
        assertThat(RawHttp.send(port, "GET /v1/sessions/echo HTTP/1.1\r\nHost: a/b?c\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answersHeadWithTheHeadAlone() {
        given().head("/nothing").then().statusCode(404).contentType("application/problem+json");
        RawHttp.Answer answer = RawHttp.send(port, "HEAD /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void wantsAHost() throws IOException {
        RawHttp.Answer answer = RawHttp.send(port, "GET /v1/sessions/echo HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).get("type").textValue())
                .isEqualTo("https://parchemin.fr/problems/invalid-request");
    }

    @Test
    void continuesOrBeginsATrace() {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        given().header("traceparent", traceparent)
                .get("/nothing")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
        given().header("traceparent", traceparent)
                .get("/v1/me")
                .then()
                .statusCode(401)
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
        given().header("traceparent", "00-4bf9")
                .get("/nothing")
                .then()
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("traceId", not(startsWith("4bf9")));
    }

    @Test
    void letsStrangersAndGoodTokensThrough() {
        given().get("/v1/sessions/echo").then().statusCode(200);
        given().auth().oauth2(TestTokens.good()).get("/v1/sessions/echo").then().statusCode(200);
    }

    @Test
    void refusesEveryBadToken() {
        TestTokens.bad().forEach((what, token) -> {
            for (String path : new String[] {"/v1/sessions/echo", "/v1/certifications/echo", "/v1/me"}) {
                String challenge = given().header("Authorization", "Bearer " + token)
                        .get(path)
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .body("type", equalTo("https://parchemin.fr/problems/unauthenticated"))
                        .body("traceId", matchesPattern("[0-9a-f]{32}"))
                        .extract()
                        .header("WWW-Authenticate");
                assertThat(challenge).as(what).startsWith("Bearer");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ZGVtbzpkZW1v", "Bearer", "Bearer ", "Token abc", "bearer"})
    void refusesOtherCredentials(String authorization) {
        given().header("Authorization", authorization)
                .get("/v1/sessions/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void refusesABodyWithABadTokenWithoutTakingIt() {
        given().header("Authorization", "Bearer abc")
                .body(new byte[500_000])
                .post("/v1/sessions/echo")
                .then()
                .statusCode(401);
    }
}
