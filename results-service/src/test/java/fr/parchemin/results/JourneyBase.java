package fr.parchemin.results;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.Tokens;
import fr.parchemin.results.ToldSession.Candidate;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Steps that the tests over HTTP share. The session service is told, not run. */
abstract class JourneyBase {

    List<UUID> jurors = List.of();

    @BeforeEach
    void tellOfTheTitleAndTheJury() {
        KafkaProbe.tell(
                "referentiel",
                "parchemin.certifications",
                Rncp37722.NUMBER,
                "CertificationPublished",
                Rncp37722.event());
        // Two jurors with the logins demo-juror-1 and demo-juror-2, new for each test.
        jurors = ToldSession.tellJurors(2);
    }

    Candidate lastEnrolled = new Candidate(UUID.randomUUID(), UUID.randomUUID(), "", "");

    Candidate candidate(String birthName) {
        Candidate candidate = new Candidate(UUID.randomUUID(), UUID.randomUUID(), birthName, "2001-02-03");
        ToldSession.tellIdentity(candidate);
        return candidate;
    }

    ToldSession heldSession(
            String type,
            @Nullable String block,
            boolean finalInterview,
            List<Candidate> present,
            List<Candidate> absent) {
        return heldSession(new ToldSession(type, block, finalInterview, jurors), present, absent);
    }

    ToldSession heldSession(ToldSession session, List<Candidate> present, List<Candidate> absent) {
        session.declare();
        present.forEach(session::enrol);
        absent.forEach(session::enrol);
        session.appointJury().open();
        present.forEach(c -> session.attend(c, "PRESENT"));
        absent.forEach(c -> session.attend(c, "ABSENT"));
        lastEnrolled = present.getLast();
        await().untilAsserted(() -> as("demo-centre")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(present.size() + absent.size()))
                .body("items.attendance", not(hasItem(nullValue()))));
        return session;
    }

    void awaitClosed(ToldSession session) {
        await().until(
                        () -> as("demo-centre")
                                .body(Map.of("sessionId", session.id))
                                .header("Idempotency-Key", UUID.randomUUID())
                                .post("/v1/records")
                                .path("type"),
                        type -> !String.valueOf(type).endsWith("session-not-closed"));
    }

    void foundAble(Candidate candidate, String... events) {
        for (String event : events) {
            finding(1, candidate, event, Map.of("outcome", "ACQUIRED")).statusCode(200);
            finding(2, candidate, event, Map.of("outcome", "ACQUIRED")).statusCode(200);
        }
    }

    ValidatableResponse finding(int juror, Candidate candidate, String event, Map<String, Object> body) {
        return asJuror(juror)
                .body(body)
                .put("/v1/assessments/" + candidate.enrolmentId() + "/" + event)
                .then();
    }

    ValidatableResponse assessment(ToldSession session, Candidate candidate) {
        return as("demo-centre")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(200)
                .body("items[0].candidateId", equalTo(candidate.id().toString()));
    }

    String draft(ToldSession session) {
        return asJuror(1)
                .body(Map.of("sessionId", session.id))
                .post("/v1/records")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    void sign(String record) {
        asJuror(1).post("/v1/records/" + record + "/signatures").then().statusCode(200);
        asJuror(2)
                .post("/v1/records/" + record + "/signatures")
                .then()
                .statusCode(200)
                .body("state", equalTo("SIGNED"));
    }

    void validate(String record) {
        sign(record);
        as("demo-centre-2").post("/v1/records/" + record + "/submission").then().statusCode(404);
        as("demo-centre").post("/v1/records/" + record + "/submission").then().statusCode(200);
        as("demo-centre").post("/v1/records/" + record + "/validation").then().statusCode(403);
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200)
                .body("state", equalTo("VALIDATED"));
    }

    /** Of a record that is submitted. */
    void validateAndNotify(String record) {
        for (String step : List.of("validation", "notification")) {
            as("demo-authority")
                    .post("/v1/records/" + record + "/" + step)
                    .then()
                    .statusCode(200);
        }
    }

    /** Drafts, signs and submits; the session is held and everything is found. */
    String submitted(ToldSession session) {
        String record = draft(session);
        sign(record);
        as("demo-centre").post("/v1/records/" + record + "/submission").then().statusCode(200);
        return record;
    }

    /** A session of one block with one able candidate, up to the submission of its record. */
    String submittedBlock(String block, boolean finalInterview, Candidate candidate, String... events) {
        ToldSession session = heldSession("CCP", block, finalInterview, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, events);
        return submitted(session);
    }

    static ValidatableResponse verify(String number, String birthName, String bornOn) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("number", number, "birthName", birthName, "bornOn", bornOn))
                .post("/v1/verifications")
                .then()
                .statusCode(200);
    }

    static String titleOf(Candidate holder) {
        JsonPath awards = as("demo-platform")
                .queryParam("candidateId", holder.id())
                .get("/v1/awards")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return awards.getString("items.find { it.kind == 'TITLE' }.number");
    }

    static List<KafkaProbe.Event> eventsOf(Candidate candidate, int count) {
        return KafkaProbe.await(
                "parchemin.results", count, e -> e.key().equals(candidate.id().toString()));
    }

    static String of(Candidate candidate) {
        return "candidates.find { it.enrolmentId == '" + candidate.enrolmentId() + "' }.";
    }

    static RequestSpecification asJuror(int number) {
        return as("demo-juror-" + number);
    }

    static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
