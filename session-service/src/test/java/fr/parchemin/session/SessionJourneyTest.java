package fr.parchemin.session;

import static fr.parchemin.session.World.BC02;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.KafkaProbe.Event;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a session over HTTP, with the events that it leaves in Kafka. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class SessionJourneyTest {

    private final MovableClock clock;

    SessionJourneyTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void aTitleSessionFromDraftToNotification() {
        String alpha = World.candidate(CENTRE);
        String beta = World.candidate(CENTRE);
        JsonNode drafted = World.post(
                CENTRE,
                "/v1/sessions",
                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION));
        assertThat(drafted.path("state").asText()).isEqualTo("DRAFT");
        assertThat(World.warnings(drafted)).containsExactly("R63");
        String id = drafted.path("id").asText();
        String path = "/v1/sessions/" + id;

        JsonNode declared = World.move(CENTRE, path + "/declaration", json());
        assertThat(declared.path("state").asText()).isEqualTo("DECLARED");
        assertThat(declared.path("planVersion").asInt()).isEqualTo(1);
        String first = World.enrol(id, alpha);
        String second = World.enrol(id, beta);
        World.open(id);
        assertThat(state(id)).isEqualTo("IN_PROGRESS");

        JsonNode here = World.put(CENTRE, path + "/enrolments/" + first + "/attendance", json("status", "PRESENT"));
        assertThat(here.path("identityVersion").asInt()).isEqualTo(1);
        World.put(CENTRE, path + "/enrolments/" + second + "/attendance", json("status", "ABSENT"));
        JsonNode draw = World.post(CENTRE, path + "/enrolments/" + first + "/draws", json("eventCode", "MSP"));
        assertThat(draw.path("situations").findValuesAsText("type")).containsExactly("ACTIVE_PRESENCE", "REGULATION");
        JsonNode document = World.post(
                CENTRE,
                path + "/enrolments/" + first + "/documents",
                json("kind", "SST", "reference", "SST-1", "issuer", "Organisme Fictif", "issuedOn", "2026-08-23"));
        assertThat(document.path("validUntil").asText()).isEqualTo("2028-08-23");
        assertThat(document.path("validOnExamDay").asBoolean()).isTrue();
        JsonNode closed = World.move(CENTRE, path + "/closure", json());
        assertThat(closed.path("state").asText()).isEqualTo("IN_PROGRESS");
        assertThat(closed.path("closedAt").asText()).isEqualTo("2026-11-23T08:30:00Z");

        List<Event> events = eventsOf(id, 11);
        assertThat(events.stream().map(Event::name))
                .containsExactly(
                        "SessionDeclared",
                        "CandidateEnrolled",
                        "CandidateEnrolled",
                        "JuryAppointed",
                        "SessionSummoned",
                        "SessionOpened",
                        "AttendanceRecorded",
                        "AttendanceRecorded",
                        "SituationDrawn",
                        "DocumentPresented",
                        "SessionClosed");
        EventContract.requireValid(events);
        assertThat(events.stream()
                        .map(e -> e.data().path("session").path("state").asText()))
                .containsExactly(
                        "DECLARED",
                        "DECLARED",
                        "DECLARED",
                        "DECLARED",
                        "CONVOKED",
                        "IN_PROGRESS",
                        "IN_PROGRESS",
                        "IN_PROGRESS",
                        "IN_PROGRESS",
                        "IN_PROGRESS",
                        "IN_PROGRESS");
        assertThat(events.get(6).data())
                .isEqualTo(World.read(World.text(json(
                        "session",
                        World.read(events.get(10).data().path("session").toString()),
                        "enrolmentId",
                        first,
                        "candidateId",
                        alpha,
                        "identityVersion",
                        1,
                        "status",
                        "PRESENT",
                        "recordedAt",
                        "2026-11-23T08:30:00Z"))));

        World.tellOfRecord(id, "RecordDrafted", null);
        awaitState(id, "RESULTS_ENTERED");
        World.tellOfRecord(id, "RecordSigned", false);
        World.tellOfRecord(id, "RecordSigned", true);
        awaitState(id, "PV_SIGNED");
        World.tellOfRecord(id, "RecordSubmitted", null);
        awaitState(id, "PV_SUBMITTED");
        World.tellOfRecord(id, "RecordReturned", null);
        awaitState(id, "RETURNED");
        World.tellOfRecord(id, "RecordSigned", true);
        World.tellOfRecord(id, "RecordSubmitted", null);
        World.tellOfRecord(id, "RecordValidated", null);
        awaitState(id, "VALIDATED");
        World.tellOfRecord(id, "RecordNotified", null);
        awaitState(id, "NOTIFIED");
        assertThat(World.get(CENTRE, path + "/enrolments").path("items").findValuesAsText("state"))
                .containsExactly("NOTIFIED", "NOTIFIED");
    }

    @Test
    void aBlockSessionWithFinalInterview() {
        String alpha = World.candidate(CENTRE);
        Map<String, Object> body =
                World.draft("CCP", BC02, World.centre(), World.site(), World.TODAY, World.CERTIFICATION);
        body.put("withFinalInterview", true);
        String id = World.post(CENTRE, "/v1/sessions", body).path("id").asText();
        World.move(CENTRE, "/v1/sessions/" + id + "/declaration", json());
        String enrolment = World.enrol(id, alpha);
        World.open(id);
        String path = "/v1/sessions/" + id + "/enrolments/" + enrolment;
        World.put(CENTRE, path + "/attendance", json("status", "PRESENT"));
        JsonNode draw = World.post(CENTRE, path + "/draws", json("eventCode", "MSP"));
        assertThat(draw.path("situations").findValuesAsText("type")).containsExactly("REGULATION");
        World.move(CENTRE, "/v1/sessions/" + id + "/closure", json());

        List<Event> events = eventsOf(id, 8);
        EventContract.requireValid(events);
        JsonNode session = events.getFirst().data().path("session");
        assertThat(session.path("blockCode").asText()).isEqualTo(BC02);
        assertThat(session.path("withFinalInterview").asBoolean()).isTrue();
    }

    private static List<Event> eventsOf(String session, int count) {
        return KafkaProbe.await("parchemin.sessions", count, e -> e.key().equals(session));
    }

    private static String state(String session) {
        return World.get(CENTRE, "/v1/sessions/" + session).path("state").asText();
    }

    private static void awaitState(String session, String expected) {
        await().untilAsserted(() -> assertThat(state(session)).isEqualTo(expected));
    }
}
