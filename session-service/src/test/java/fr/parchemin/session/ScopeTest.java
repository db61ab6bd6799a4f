package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees and does what: roles, and what does not exist for others. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ScopeTest {

    private final MovableClock clock;

    ScopeTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void aCentreSeesItsOwnSessionsOnly() {
        String session = World.declared("TITLE", null);
        String enrolment = World.enrol(session, World.candidate(CENTRE));
        for (String path : List.of(
                "",
                "/enrolments",
                "/enrolments/" + enrolment,
                "/enrolments/" + enrolment + "/attendance",
                "/enrolments/" + enrolment + "/draws",
                "/enrolments/" + enrolment + "/documents",
                "/jury",
                "/recusals",
                "/situations")) {
            World.body(World.as(World.OTHER_CENTRE).get("/v1/sessions/" + session + path), 404);
            World.body(World.as(CENTRE).get("/v1/sessions/" + session + path), 200);
            World.body(World.as(AUTHORITY).get("/v1/sessions/" + session + path), 200);
        }
        World.body(World.tryPost(World.OTHER_CENTRE, "/v1/sessions/" + session + "/assessment-kit", World.kit()), 404);
        World.body(
                World.tryPost(World.OTHER_CENTRE, "/v1/sessions/" + session + "/cancellation", json("reason", "x")),
                404);
        assertThat(ids(World.OTHER_CENTRE)).doesNotContain(session);
        assertThat(ids(CENTRE)).contains(session);
        assertThat(World.get(CENTRE, "/v1/sessions/" + session).path("state").asText())
                .isEqualTo("DECLARED");
        World.body(World.as(World.OTHER_CENTRE).get("/v1/centres/" + World.centre()), 404);
    }

    @Test
    void aCentreDraftsInItsOwnNameOnly() {
        World.body(
                World.tryPost(
                        World.OTHER_CENTRE,
                        "/v1/sessions",
                        World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION)),
                404);
    }

    @Test
    void aJurorSeesTheSessionsTheySitOn() {
        String session = World.declared("TITLE", null);
        World.body(World.as("demo-juror-1").get("/v1/sessions/" + session), 404);
        World.put(CENTRE, "/v1/sessions/" + session + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.body(World.as("demo-juror-1").get("/v1/sessions/" + session), 200);
        World.body(World.as("demo-juror-1").get("/v1/sessions/" + session + "/enrolments"), 200);
        World.body(World.as("demo-juror-3").get("/v1/sessions/" + session), 404);
        World.replace(CENTRE, "/v1/sessions/" + session + "/jury", World.jury(World.juror(2), World.juror(3)));
        World.body(World.as("demo-juror-1").get("/v1/sessions/" + session), 404);
        World.body(World.as("demo-juror-3").get("/v1/sessions/" + session), 200);
    }

    @Test
    void aJurorSeesASessionUntilItsRecordIsSigned() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String enrolment = World.enrol(session, World.candidate(CENTRE));
        World.open(session);
        World.put(CENTRE, path + "/enrolments/" + enrolment + "/attendance", json("status", "ABSENT"));
        World.move(CENTRE, path + "/closure", json());
        record(session, "RecordDrafted", "RESULTS_ENTERED");
        World.body(World.as("demo-juror-1").get(path + "/enrolments"), 200);
        assertThat(ids("demo-juror-1")).contains(session);

        record(session, "RecordSigned", "PV_SIGNED");
        for (String part : List.of("", "/enrolments", "/enrolments/" + enrolment, "/day")) {
            World.body(World.as("demo-juror-1").get(path + part), 404);
        }
        assertThat(ids("demo-juror-1")).doesNotContain(session);

        // Returned, it is drafted again.
        record(session, "RecordSubmitted", "PV_SUBMITTED");
        World.body(World.as("demo-juror-1").get(path), 404);
        record(session, "RecordReturned", "RETURNED");
        World.body(World.as("demo-juror-1").get(path), 200);
        World.body(World.as("demo-juror-3").get(path), 404);
    }

    private static void record(String session, String name, String state) {
        World.tellOfRecord(session, name, true);
        await().untilAsserted(() -> assertThat(World.get(CENTRE, "/v1/sessions/" + session)
                        .path("state")
                        .asText())
                .isEqualTo(state));
    }

    @Test
    void aJurorDoesNotSeeWhomTheyAreRecusedFor() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String known = World.enrol(session, World.candidate(CENTRE));
        String other = World.enrol(session, World.candidate(CENTRE));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2), World.juror(3)));
        World.post(
                CENTRE,
                path + "/recusals",
                json("jurorId", World.juror(1), "enrolmentId", known, "ground", "TRAINER", "declaredBy", "JUROR"));
        assertThat(enrolments("demo-juror-1", path)).containsExactly(other);
        World.body(World.as("demo-juror-1").get(path + "/enrolments/" + known), 404);
        assertThat(expected("demo-juror-1", path)).containsExactly(other);
        for (String all : List.of("demo-juror-2", CENTRE, AUTHORITY)) {
            assertThat(enrolments(all, path)).containsExactlyInAnyOrder(known, other);
            assertThat(expected(all, path)).containsExactlyInAnyOrder(known, other);
        }
    }

    private static List<String> enrolments(String client, String path) {
        return World.get(client, path + "/enrolments").path("items").findValuesAsText("id");
    }

    private static List<String> expected(String client, String path) {
        return World.get(client, path + "/day").path("candidates").findValuesAsText("enrolmentId");
    }

    @Test
    void aJurorRecordsAttendanceAndDraws() {
        String session = World.declared("TITLE", null);
        String enrolment = World.enrol(session, World.candidate(CENTRE));
        World.open(session);
        String path = "/v1/sessions/" + session + "/enrolments/" + enrolment;
        World.put("demo-juror-1", path + "/attendance", json("status", "PRESENT"));
        World.post("demo-juror-2", path + "/draws", json("eventCode", "MSP"));
        World.body(World.tryPost("demo-juror-3", path + "/draws", json("eventCode", "MSP")), 404);
    }

    @Test
    void aPlatformSeesItsOwnCandidatesAndEnrolments() {
        String session = World.declared("TITLE", null);
        String foreign = World.enrol(session, World.candidate(CENTRE));
        String candidate = World.candidate(World.PLATFORM);
        String path = "/v1/sessions/" + session;
        World.body(World.as(World.OTHER_PLATFORM).get("/v1/candidates/" + candidate), 404);
        World.body(World.as(CENTRE).get("/v1/candidates/" + candidate), 404);
        World.body(World.as(World.OTHER_PLATFORM).get(path), 404);

        if (!World.get(CENTRE, "/v1/centres/" + World.centre() + "/conventions")
                .path("items")
                .findValuesAsText("trainingProviderSiret")
                .contains(World.PLATFORM_SIRET)) {
            World.body(World.as(World.PLATFORM).get(path), 404);
            World.post(
                    CENTRE,
                    "/v1/centres/" + World.centre() + "/conventions",
                    json(
                            "trainingProviderSiret",
                            World.PLATFORM_SIRET,
                            "certificationNumbers",
                            List.of(World.CERTIFICATION),
                            "signedOn",
                            "2026-01-05",
                            "validFrom",
                            "2026-02-01",
                            "validTo",
                            "2026-12-31"));
        }
        World.body(World.as(World.PLATFORM).get(path), 200);
        var training = World.training(candidate);
        training.put("trainingProviderSiret", World.PLATFORM_SIRET);
        String own = World.post(World.PLATFORM, path + "/enrolments", training)
                .path("id")
                .asText();
        assertThat(World.get(World.PLATFORM, path + "/enrolments").path("items").findValuesAsText("id"))
                .containsExactly(own);
        World.body(World.as(World.PLATFORM).get(path + "/enrolments/" + foreign), 404);
        World.body(World.as(World.PLATFORM).get(path + "/jury"), 403);
        World.body(World.tryPost(World.PLATFORM, path + "/summons", json()), 403);
        World.body(World.as(CENTRE).get("/v1/candidates/" + candidate), 200);
        assertThat(World.get(World.OTHER_PLATFORM, "/v1/candidates?limit=500")
                        .path("items")
                        .findValuesAsText("id"))
                .doesNotContain(candidate);
        World.body(World.tryPost(World.OTHER_PLATFORM, path + "/enrolments", World.training(candidate)), 404);
        World.body(
                World.tryPost(CENTRE, path + "/enrolments", World.training(World.candidate(World.OTHER_PLATFORM))),
                422);
        World.move(World.PLATFORM, path + "/enrolments/" + own + "/withdrawal", json());
        World.body(World.tryPost(World.PLATFORM, path + "/enrolments/" + own + "/withdrawal", json()), 409);
    }

    @Test
    void aDraftHasNotLeftTheCentre() {
        JsonNode drafted = World.post(
                CENTRE,
                "/v1/sessions",
                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION));
        World.body(
                World.as(World.PLATFORM)
                        .get("/v1/sessions/" + drafted.path("id").asText()),
                404);
    }

    @Test
    void rolesAndTokens() {
        String session = World.declared("TITLE", null);
        for (Response refused : List.of(
                World.tryPost(CENTRE, "/v1/centres", json("siret", World.OTHER_CENTRE_SIRET, "name", "x")),
                World.tryPost(CENTRE, "/v1/jurors", json("subject", "x", "lastName", "X", "firstName", "Y")),
                World.tryPost(AUTHORITY, "/v1/candidates", World.person("x")),
                World.tryPost("demo-juror-1", "/v1/sessions", json()),
                World.tryPost(AUTHORITY, "/v1/sessions/" + session + "/declaration", json()),
                World.as("demo-analyst").get("/v1/sessions"),
                World.as("demo-operator").get("/v1/candidates"),
                World.as("demo-certifier").get("/v1/centres"))) {
            assertThat(World.body(refused, 403).path("type").asText())
                    .isEqualTo("https://parchemin.fr/problems/forbidden");
        }
        assertThat(RestAssured.get("/v1/sessions").statusCode()).isEqualTo(401);
        assertThat(RestAssured.given()
                        .auth()
                        .oauth2("x.y.z")
                        .get("/v1/sessions")
                        .statusCode())
                .isEqualTo(401);
        assertThat(RestAssured.get("/v1/rules").statusCode()).isEqualTo(401);
    }

    private static List<String> ids(String client) {
        return World.get(client, "/v1/sessions?limit=500").path("items").findValuesAsText("id");
    }
}
