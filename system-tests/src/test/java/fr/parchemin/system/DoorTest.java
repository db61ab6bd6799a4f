package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.demo.Api.Answer;
import fr.parchemin.localstack.demo.Examination.Held;
import fr.parchemin.localstack.demo.Examination.Seat;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused at the door of the packaged system is refused with the right problem, and changes nothing. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {

    private static final String CENTRE = "demo-centre";

    private final SystemUnderTest system;
    private final Scene scene;
    private final Seat seat;
    private final Held held;
    private String before = "";

    DoorTest(SystemUnderTest system) {
        this.system = system;
        scene = new Scene(system);
        seat = scene.seat("Delta");
        held = scene.titleExamination(seat).hold();
    }

    @BeforeAll
    void remember() {
        before = everything();
    }

    @AfterAll
    void nothingChanged() {
        assertThat(everything()).isEqualTo(before);
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/sessions", "/v1/candidates", "/v1/centres", "/v1/results", "/v1/awards", "/v1/records/x"})
    void withoutATokenThereIsNoAnswer(String path) throws IOException {
        expect(scene.api.raw(null, "GET", path, null, Map.of()), 401, "unauthenticated");
        expect(
                scene.api.raw(null, "GET", path, null, Map.of("Authorization", "Bearer not.a.token")),
                401,
                "unauthenticated");
    }

    @Test
    void aTokenOfAnotherCentreDoesNotSeeTheSession() throws IOException {
        for (String path : List.of(
                "/v1/sessions/" + held.sessionId(),
                "/v1/sessions/" + held.sessionId() + "/enrolments",
                "/v1/sessions/" + held.sessionId() + "/situations",
                "/v1/sessions/" + UUID.randomUUID(),
                "/v1/assessments?sessionId=" + held.sessionId(),
                "/v1/candidates/" + seat.candidateId(),
                "/v1/candidates/" + seat.candidateId() + "/booklet")) {
            expect(scene.api.raw("demo-centre-2", "GET", path, null, Map.of()), 404, "not-found");
        }
        expect(post("demo-centre-2", "/v1/sessions/" + held.sessionId() + "/closure", "{}"), 404, "not-found");
    }

    @Test
    void aRoleThatMayNotIsToldSo() throws IOException {
        expect(post("demo-analyst", "/v1/sessions", session("{}")), 403, "forbidden");
        expect(post("demo-juror-1", "/v1/centres", "{\"siret\":\"73282932000074\",\"name\":\"x\"}"), 403, "forbidden");
        expect(post(CENTRE, "/v1/records/" + UUID.randomUUID() + "/validation", "{}"), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    an unknown field   | {"colour": "blue"}                       | 400 | invalid-request
                    a wrong type       | {"startsOn": {"day": 3}}                 | 400 | invalid-request
                    a word for a date  | {"startsOn": "tomorrow"}                 | 400 | invalid-request
                    a wrong choice     | {"type": "EXAM"}                         | 400 | invalid-request
                    no JSON at all     | {"type":                                 | 400 | invalid-request
                    """)
    void aBodyThatIsNotWellFormedIsRefused(String what, String change, int status, String slug) throws IOException {
        Answer answer = post(CENTRE, "/v1/sessions", session(change));
        expect(answer, status, slug);
        assertThat(answer.body().path("audience").asText()).as(what).isEqualTo("DEVELOPER");
    }

    @Test
    void aCodeThatDoesNotExistIsRefused() throws IOException {
        for (String change : List.of(
                "{\"certificationNumber\": \"RNCP99999\"}",
                "{\"certificationNumber\": \"37722\"}",
                "{\"type\": \"CCP\", \"blockCode\": \"RNCP37722BC09\"}")) {
            Answer answer = post(CENTRE, "/v1/sessions", session(change));
            assertThat(answer.status()).as(change + " " + answer.body()).isIn(400, 404, 422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        expect(scene.api.raw(null, "GET", "/v1/certifications/RNCP99999", null, Map.of()), 404, "not-found");
    }

    @Test
    void aParameterThatIsNotKnownIsRefused() throws IOException {
        expect(scene.api.raw(CENTRE, "GET", "/v1/sessions?colour=blue", null, Map.of()), 400, "unknown-parameter");
    }

    @Test
    void aBodyOfTenMegabytesIsRefused() throws IOException {
        String token = scene.api.token(CENTRE);
        assertThat(RawHttp.postOfLength(system.gateway(), "/v1/sessions", token, 10 * 1024 * 1024))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/sessions;x=y",
                "/v1;/sessions",
                "/v1/sessions%2F",
                "/v1%2Fsessions",
                "/v1/candidates%2F..%2Fsessions",
                "/v1/sessions%3Bx",
                "/v1//sessions",
                "/v1/public/../sessions",
                "/v1/%73essions"
            })
    void aPathThatTwoProgramsMayReadDifferentlyIsRefused(String path) throws IOException {
        expect(scene.api.raw(CENTRE, "GET", path, null, Map.of()), 400, "ambiguous-path");
        expect(scene.api.raw(null, "GET", path, null, Map.of()), 400, "ambiguous-path");
    }

    @Test
    void aJurorDoesNotRecordForSessionsOfOthers() throws IOException {
        String enrolment = held.enrolments().values().iterator().next();
        scene.client
                .api()
                .patience()
                .await("the session to be known", () -> scene.client.assessments("demo-juror-1", held.sessionId()));
        Answer answer = put(
                "demo-juror-3",
                "/v1/assessments/" + enrolment + "/QP",
                "{\"outcome\":\"ACQUIRED\",\"competences\":[]}");
        assertThat(answer.status()).as(answer.body().toString()).isIn(403, 404);
    }

    /** Sessions, candidates and results as their owners see them. */
    private String everything() {
        return scene.client.session(held.sessionId()).toString()
                + scene.api.get(CENTRE, "/v1/sessions?limit=500").body()
                + scene.api.get("demo-authority", "/v1/centres?limit=500").body()
                + scene.api.get(CENTRE, "/v1/results?limit=500").body();
    }

    private String session(String change) {
        if (!change.endsWith("}")) {
            return change;
        }
        Map<String, Object> fields = new HashMap<>(Map.of(
                "type", "TITLE",
                "certificationNumber", "RNCP37722",
                "centreId", scene.place.centreId(),
                "siteId", scene.place.siteId(),
                "startsOn", scene.place.today().toString(),
                "endsOn", scene.place.today().toString(),
                "manager", "Fictif"));
        JsonNode changes = Json.read(change);
        changes.properties().forEach(c -> fields.put(c.getKey(), c.getValue()));
        return scene.api
                .object(fields.entrySet().stream()
                        .flatMap(f -> java.util.stream.Stream.of(f.getKey(), f.getValue()))
                        .toArray())
                .toString();
    }

    private Answer post(@Nullable String login, String path, String body) throws IOException {
        return scene.api.raw(login, "POST", path, body, Map.of());
    }

    private Answer put(String login, String path, String body) throws IOException {
        return scene.api.raw(login, "PUT", path, body, Map.of());
    }

    private static void expect(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body().path("type").asText()).endsWith("/" + slug);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    }
}
