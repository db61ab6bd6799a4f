package fr.parchemin.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import fr.parchemin.kit.problem.CommonProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is a problem, in the same shape, with nothing of the inside in it. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ProblemTest {

    private static final String NOTE = """
            {"name": "a", "text": "b", "count": 1%s}""";

    @Test
    void theContractHasEveryType() {
        List<Map<String, Object>> types =
                given().accept("application/json").get("/q/openapi").jsonPath().getList("'x-problem-types'");
        assertThat(types)
                .hasSize(CommonProblem.values().length)
                .contains(Map.of(
                        "type", "https://parchemin.fr/problems/invalid-request",
                        "title", "The request is not well formed",
                        "status", 400,
                        "audience", "DEVELOPER",
                        "retry", "after-fix"));
    }

    @Test
    void withoutATokenItIs401() {
        problem(given().get("/v1/notes/caller").then(), 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @CsvSource({"Bearer nonsense", "Bearer a.b.c", "Basic YTpi", "Bearer"})
    void withABadTokenItIs401(String authorization) {
        problem(
                        given().header("Authorization", authorization)
                                .get("/v1/notes/caller")
                                .then(),
                        401,
                        "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void withAForgedSignatureItIs401() {
        String token = Tokens.of("demo-centre");
        String forged =
                token.substring(0, token.lastIndexOf('.') + 1) + "AAAA" + token.substring(token.lastIndexOf('.') + 5);

        problem(given().auth().oauth2(forged).get("/v1/notes/caller").then(), 401, "unauthenticated");
    }

    @Test
    void withAnotherRoleItIs403() {
        problem(as("demo-juror-1").get("/v1/notes/caller").then(), 403, "forbidden");
    }

    @Test
    void anEndpointThatNobodyThoughtAboutIsClosed() {
        problem(given().get("/v1/notes/forgotten").then(), 401, "unauthenticated");
        problem(as("demo-centre").get("/v1/notes/forgotten").then(), 403, "forbidden");
    }

    @Test
    void anUnknownPathIs404() {
        problem(given().get("/v1/nothing").then(), 404, "not-found");
        problem(given().get("/v1/notes/caller/further").then(), 404, "not-found");
        problem(given().get("/").then(), 404, "not-found");
    }

    @Test
    void anUnknownThingIs404() {
        problem(given().get("/v1/notes/nothing").then(), 404, "not-found").body("detail", equalTo("No note nothing."));
    }

    @Test
    void aPathParameterThatIsNoUuidIs404() {
        problem(given().get("/v1/notes/by-id/nonsense").then(), 404, "not-found");
    }

    @Test
    void aQueryParameterOfTheWrongTypeIs400() {
        problem(given().get("/v1/notes?limit=many").then(), 400, "invalid-request")
                .body("violations[0].field", equalTo("limit"));
    }

    @Test
    void anotherMethodIs405AndSaysWhich() {
        problem(as("demo-centre").delete("/v1/notes/a").then(), 405, "method-not-allowed");
        given().options("/v1/notes/a").then().header("Allow", containsString("PUT"));
    }

    @Test
    void anotherTypeOfBodyIs415() {
        problem(
                as("demo-centre")
                        .contentType("text/plain")
                        .body("a")
                        .post("/v1/notes")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void anotherTypeOfAnswerIs406() {
        problem(given().accept("image/png").get("/v1/notes").then(), 406, "not-acceptable");
    }

    @Test
    void aBodyThatIsNoJsonIs400() {
        problem(post("{\"name\": "), 400, "invalid-request")
                .body("violations[0].message", containsString("Not valid JSON at line 1"));
        problem(post("nonsense"), 400, "invalid-request");
    }

    @Test
    void aBodyInNoEncodingIs400() {
        for (String start : List.of("\0\0\u00ff\u00fe", "\u00fe\u00ff\0\0", "\0\0\u00fe\u00ff")) {
            problem(
                    as("demo-centre")
                            // One byte for each character.
                            .contentType("application/json; charset=ISO-8859-1")
                            .body(start + "\u00ff".repeat(8))
                            .post("/v1/notes")
                            .then(),
                    400,
                    "invalid-request");
        }
    }

    @Test
    void noBodyIs400() {
        problem(post(""), 400, "invalid-request");
        problem(post("null"), 400, "invalid-request");
    }

    @Test
    void aBodyOfAnotherShapeIs400() {
        problem(post("[]"), 400, "invalid-request");
        problem(post("\"text\""), 400, "invalid-request");
    }

    @Test
    void anUnknownFieldIs400AndNamed() {
        problem(post(NOTE.formatted(", \"nmae\": 1")), 400, "invalid-request")
                .body("violations[0].field", equalTo("/nmae"))
                .body("violations[0].message", containsString("colour, count, day, name, parts, text"));
    }

    @Test
    void anUnknownFieldDeepInsideIsNamedToo() {
        problem(post(NOTE.formatted(", \"parts\": [{\"label\": \"x\"}, {\"lable\": \"x\"}]")), 400, "invalid-request")
                .body("violations[0].field", equalTo("/parts/1/lable"));
    }

    @Test
    void aWrongTypeIs400AndNamed() {
        problem(post(NOTE.formatted(", \"day\": \"soon\"")), 400, "invalid-request")
                .body("violations[0].field", equalTo("/day"))
                .body("violations[0].message", equalTo("Expected a date such as 2026-11-23."));
        problem(post("{\"name\": \"a\", \"text\": \"b\", \"count\": \"many\"}"), 400, "invalid-request")
                .body("violations[0].field", equalTo("/count"))
                .body("violations[0].message", equalTo("Expected a whole number."));
        problem(post("{\"name\": {}, \"text\": \"b\", \"count\": 1}"), 400, "invalid-request")
                .body("violations[0].field", equalTo("/name"))
                .body("violations[0].message", equalTo("Expected a text."));
    }

    @ParameterizedTest
    @CsvSource({
        "/count, '{\"name\": \"a\", \"text\": \"b\", \"count\": \"1\"}'",
        "/count, '{\"name\": \"a\", \"text\": \"b\", \"count\": 1.5}'",
        "/count, '{\"name\": \"a\", \"text\": \"b\", \"count\": null}'",
        "/count, '{\"name\": \"a\", \"text\": \"b\", \"count\": true}'",
        "/name, '{\"name\": 1, \"text\": \"b\", \"count\": 1}'",
        "/text, '{\"name\": \"a\", \"text\": true, \"count\": 1}'",
        "/day, '{\"name\": \"a\", \"text\": \"b\", \"count\": 1, \"day\": \"\"}'",
        "/day, '{\"name\": \"a\", \"text\": \"b\", \"count\": 1, \"day\": 5}'",
        "/day, '{\"name\": \"a\", \"text\": \"b\", \"count\": 1, \"day\": \"2026-02-30\"}'",
        "/parts, '{\"name\": \"a\", \"text\": \"b\", \"count\": 1, \"parts\": {}}'"
    })
    void whatLooksLikeAnotherTypeIsNotBent(String field, String body) {
        problem(post(body), 400, "invalid-request").body("violations[0].field", equalTo(field));
    }

    @Test
    void whatIsSaidTwiceIsNotGuessed() {
        problem(post("{\"name\": \"a\", \"name\": \"c\", \"text\": \"b\", \"count\": 1}"), 400, "invalid-request");
    }

    @Test
    void whatFollowsTheBodyIsNotIgnored() {
        problem(post(NOTE.formatted("") + "{}"), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"\"BLUE\"", "\"red\"", "0", "\"\""})
    void anUnknownCodeIs400AndNamed(String colour) {
        problem(post(NOTE.formatted(", \"colour\": " + colour)), 400, "invalid-request")
                .body("violations[0].field", equalTo("/colour"))
                .body("violations[0].message", equalTo("Not one of [RED, GREEN]."));
    }

    @Test
    void aConstraintThatIsBrokenIs400WithEveryFault() {
        problem(
                        post("{\"name\": \" \", \"text\": \"b\", \"count\": 10, \"parts\": [{\"label\": \"\"}]}"),
                        400,
                        "invalid-request")
                .body("violations.field", equalTo(List.of("/count", "/name", "/parts/0/label")));
    }

    @Test
    void aFieldThatIsMissingIs400() {
        problem(post("{\"name\": \"a\", \"count\": 1}"), 400, "invalid-request")
                .body("violations[0].field", equalTo("/text"));
    }

    @Test
    void aCharacterThatNoDatabaseHoldsIs400() {
        problem(post("{\"name\": \"a\\u0000b\", \"text\": \"b\", \"count\": 1}"), 400, "invalid-request");
    }

    @Test
    void aBodyThatIsTooLargeIs413() {
        problem(post("\"" + "x".repeat(2_000_000) + "\""), 413, "too-large");
    }

    @Test
    void anUnknownParameterIs400() {
        problem(given().get("/v1/notes?prefx=a&limit=3").then(), 400, "unknown-parameter")
                .body("violations[0].field", equalTo("prefx"))
                .body("violations[0].message", equalTo("Unknown. Known here: cursor, limit, prefix."));
        problem(given().get("/v1/notes/a?x").then(), 400, "unknown-parameter")
                .body("violations[0].message", equalTo("This operation takes no parameter."));
    }

    @Test
    void everyBrokenRuleIsListed() {
        problem(given().get("/v1/notes/failure?how=rules").then(), 422, "rule-broken")
                .body("violations.rule", equalTo(List.of("R1", "R2")));
    }

    @Test
    void aThingThatIsThereAlreadyIs409() {
        String note = NOTE.formatted("").replace("\"a\"", "\"twice\"");
        post(note).statusCode(201);

        problem(post(note), 409, "conflict");
    }

    @ParameterizedTest
    @CsvSource({
        "bug, 500, internal-error",
        "error, 500, internal-error",
        "taken, 409, conflict",
        "contention, 409, concurrent-change",
        "database, 503, unavailable",
        "full, 503, unavailable",
        "date, 400, invalid-request",
        "busy, 429, too-many-requests"
    })
    void whatGoesWrongInsideStaysInside(String how, int status, String slug) {
        problem(given().get("/v1/notes/failure?how=" + how).then(), status, slug);
    }

    @Test
    void whatPassesSaysWhenToComeBack() {
        given().get("/v1/notes/failure?how=database").then().header("Retry-After", matchesPattern("\\d+"));
        given().get("/v1/notes/failure?how=busy").then().header("Retry-After", matchesPattern("[1-5]?\\d|60"));
    }

    @Test
    void theTraceOfTheCallerIsQuoted() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/v1/nothing")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/v1/notes/failure?how=bug")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void everyRequestHasATraceOfItsOwn() {
        String one = given().get("/v1/notes/nothing").jsonPath().getString("traceId");
        String two = given().get("/v1/notes/nothing").jsonPath().getString("traceId");

        assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(two);
    }

    @Test
    void theCallerIsReadFromTheToken() {
        as("demo-centre")
                .get("/v1/notes/caller")
                .then()
                .statusCode(200)
                .body("subject", equalTo("demo-centre"))
                .body("client", equalTo("demo-centre"))
                .body("siret", equalTo("98222438800016"))
                .body("centre", equalTo(true));
        as("demo-operator")
                .get("/v1/notes/caller")
                .then()
                .body("siret", equalTo(""))
                .body("centre", equalTo(false));
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client));
    }

    private static ValidatableResponse post(String body) {
        return as("demo-centre")
                .contentType("application/json")
                .body(body)
                .post("/v1/notes")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("https://parchemin.fr/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", not(equalTo("")))
                .body("instance", matchesPattern("/.*"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("audience", matchesPattern("DEVELOPER|DATA|OPERATOR"))
                .body("retry", matchesPattern("never|after-fix|later"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")))
                .body(not(containsString("fr.parchemin.kit")));
    }
}
