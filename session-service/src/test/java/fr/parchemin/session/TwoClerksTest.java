package fr.parchemin.session;

import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clerks work on one session at the same moment: one wins, the other is told, and nothing is half done. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class TwoClerksTest {

    private static final int ROUNDS = 6;

    private final MovableClock clock;

    TwoClerksTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void theSameCandidateIsEnrolledOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String session = World.declared("TITLE", null);
            String path = "/v1/sessions/" + session + "/enrolments";
            Map<String, Object> request = World.training(World.candidate(CENTRE));
            List<Response> answers = atOnce(
                    () -> World.tryPost(CENTRE, path, request),
                    () -> World.tryPost(CENTRE, path, request),
                    () -> World.tryPost(CENTRE, path, request));
            assertThat(statuses(answers)).containsExactly(201, 409, 409);
            assertThat(World.get(CENTRE, path).path("items")).hasSize(1);
            assertThat(acts(session, "ENROL")).isEqualTo(1);
        }
    }

    @Test
    void theLastPlaceIsGivenOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> draft =
                    World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION);
            draft.put("places", 2);
            String session =
                    World.post(CENTRE, "/v1/sessions", draft).path("id").asText();
            World.move(CENTRE, "/v1/sessions/" + session + "/declaration", json());
            String path = "/v1/sessions/" + session + "/enrolments";
            World.enrol(session, World.candidate(CENTRE));
            Map<String, Object> one = World.training(World.candidate(CENTRE));
            Map<String, Object> other = World.training(World.candidate(CENTRE));
            List<Response> answers =
                    atOnce(() -> World.tryPost(CENTRE, path, one), () -> World.tryPost(CENTRE, path, other));
            assertThat(statuses(answers)).containsExactly(201, 409);
            JsonNode refused = World.read(answers.stream()
                    .filter(a -> a.statusCode() == 409)
                    .findFirst()
                    .orElseThrow()
                    .asString());
            assertThat(refused.path("violations").findValuesAsText("rule")).containsExactly("R62");
            assertThat(World.get(CENTRE, path).path("items")).hasSize(2);
            // A place given back can be taken.
            String gone =
                    World.get(CENTRE, path).path("items").path(0).path("id").asText();
            World.move(CENTRE, path + "/" + gone + "/withdrawal", json());
            World.enrol(session, World.candidate(CENTRE));
        }
    }

    @Test
    void theJuryChangesBeforeTheSummonsOrNotAtAll() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String session = World.declared("TITLE", null);
            String path = "/v1/sessions/" + session;
            World.enrol(session, World.candidate(CENTRE));
            World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
            World.move(CENTRE, path + "/assessment-kit", World.kit());
            String sessionTag = World.as(CENTRE).get(path).header("ETag");
            String juryTag = World.as(CENTRE).get(path + "/jury").header("ETag");
            String jury = World.text(World.jury(World.juror(1), World.juror(3)));
            List<Response> answers = atOnce(
                    () -> World.as(CENTRE)
                            .header("If-Match", juryTag)
                            .body(jury)
                            .put(path + "/jury"),
                    () -> World.as(CENTRE)
                            .header("If-Match", sessionTag)
                            .body(World.text(json("lateReason", "Accord")))
                            .post(path + "/summons"));
            boolean juryWon = answers.get(0).statusCode() == 200;
            assertThat(answers.get(1).statusCode()).isEqualTo(juryWon ? 412 : 200);
            if (!juryWon) {
                assertThat(answers.get(0).statusCode()).isIn(409, 412);
            }
            assertThat(World.get(CENTRE, path).path("state").asText()).isEqualTo(juryWon ? "DTE_SENT" : "CONVOKED");
            assertThat(World.get(CENTRE, path + "/jury").path("members").findValuesAsText("jurorId"))
                    .containsExactlyInAnyOrder(World.juror(1), World.juror(juryWon ? 3 : 2));
            assertThat(World.get(CENTRE, path + "/enrolments")
                            .path("items")
                            .path(0)
                            .path("state")
                            .asText())
                    .isEqualTo(juryWon ? "REGISTERED" : "CONVOKED");
            assertThat(acts(session, "SUMMON")).isEqualTo(juryWon ? 0 : 1);
        }
    }

    @Test
    void aSessionIsSummonedAndOpenedOnceAndAnEnrolmentComesBeforeOrNotAtAll() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String session = World.declared("TITLE", null);
            String path = "/v1/sessions/" + session;
            World.enrol(session, World.candidate(CENTRE));
            World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
            World.put(CENTRE, path + "/situations", World.situations());
            World.move(CENTRE, path + "/assessment-kit", World.kit());
            Map<String, Object> late = World.training(World.candidate(CENTRE));
            List<Response> answers = atOnce(
                    () -> World.tryPost(CENTRE, path + "/summons", json("lateReason", "Accord")),
                    () -> World.tryPost(CENTRE, path + "/summons", json("lateReason", "Accord")),
                    () -> World.tryPost(CENTRE, path + "/enrolments", late));
            assertThat(statuses(answers.subList(0, 2))).containsExactly(200, 409);
            assertThat(answers.get(2).statusCode()).isIn(201, 409);
            int enrolled = answers.get(2).statusCode() == 201 ? 2 : 1;
            assertThat(World.get(CENTRE, path + "/enrolments").path("items").findValuesAsText("state"))
                    .hasSize(enrolled)
                    .containsOnly("CONVOKED");

            Object opening = World.opening(World.juror(1), World.juror(2));
            answers = atOnce(
                    () -> World.tryPost(CENTRE, path + "/opening", opening),
                    () -> World.tryPost(CENTRE, path + "/cancellation", json("reason", "Erreur")));
            assertThat(statuses(answers)).containsExactly(200, 409);
            boolean opened = answers.get(0).statusCode() == 200;
            assertThat(World.get(CENTRE, path).path("state").asText()).isEqualTo(opened ? "IN_PROGRESS" : "CANCELLED");
            assertThat(World.get(CENTRE, path + "/enrolments").path("items").findValuesAsText("state"))
                    .containsOnly(opened ? "CONVOKED" : "WITHDRAWN");
        }
    }

    @Test
    void recordsOfTheDayAreNotOverwritten() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String session = World.declared("TITLE", null);
            String path = "/v1/sessions/" + session;
            String enrolment = path + "/enrolments/" + World.enrol(session, World.candidate(CENTRE));
            String late = World.enrol(session, World.candidate(CENTRE));
            String other = path + "/enrolments/" + late;
            World.open(session);
            World.post(CENTRE, path + "/fraud-reports", World.fraudReport(late));

            // Both think that nothing is recorded: the second is told to read what is.
            String attendance = other + "/attendance";
            assertThat(statuses(atOnce(put(attendance, null, "PRESENT"), put(attendance, null, "ABSENT"))))
                    .containsExactly(200, 428);
            // Both correct what they read: the second is told that it is another one.
            boolean came = World.get(CENTRE, attendance).path("status").asText().equals("PRESENT");
            String tag = World.as(CENTRE).get(attendance).header("ETag");
            assertThat(statuses(atOnce(
                            put(attendance, tag, came ? "EXCLUDED" : "ABSENT_JUSTIFIED"),
                            put(attendance, tag, "ABSENT_JUSTIFIED"))))
                    .containsExactly(200, 412);
            assertThat(acts(session, "RECORD_ATTENDANCE")).isEqualTo(2);

            World.put(CENTRE, enrolment + "/attendance", json("status", "PRESENT"));
            World.put(
                    CENTRE,
                    enrolment + "/identity-check",
                    json("document", "NATIONAL_ID", "checkedBy", "Fictif Responsable"));
            String passage = enrolment + "/attendance/MSP";
            Map<String, Object> from =
                    json("status", "PRESENT", "startedAt", "2026-11-23T08:30:00Z", "endedAt", "2026-11-23T09:00:00Z");
            Supplier<Response> passes =
                    () -> World.as(CENTRE).body(World.text(from)).put(passage);
            assertThat(statuses(atOnce(passes, put(passage, null, "ABSENT")))).containsExactly(200, 428);

            Supplier<Response> draw = () -> World.tryPost(CENTRE, enrolment + "/draws", json("eventCode", "MSP"));
            List<Response> draws = atOnce(draw, draw);
            assertThat(statuses(draws)).containsExactly(201, 422);
            assertThat(World.get(CENTRE, enrolment + "/draws").path("items")).hasSize(1);

            // One incident, told by two clerks with one key.
            String key = UUID.randomUUID().toString();
            String incident = World.text(json(
                    "type",
                    "EQUIPMENT",
                    "occurredAt",
                    "2026-11-23T08:20:00Z",
                    "eventCode",
                    "MSP",
                    "comments",
                    json("organisation", "Coupure")));
            Supplier<Response> tell = () -> World.as(CENTRE)
                    .header("Idempotency-Key", key)
                    .body(incident)
                    .post(path + "/incidents");
            assertThat(statuses(atOnce(tell, tell))).containsExactly(201, 201);
            assertThat(World.get(CENTRE, path + "/incidents").path("items")).hasSize(1);

            Supplier<Response> close = () -> World.tryPost(CENTRE, path + "/closure", json());
            assertThat(statuses(atOnce(close, close))).containsExactly(200, 409);
            assertThat(acts(session, "CLOSE")).isEqualTo(1);
        }
    }

    @Test
    void aCeresNumberIsOfOneSession() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String one = World.declared("TITLE", null);
            String other = World.declared("TITLE", null);
            Map<String, Object> kit = World.kit();
            List<Response> answers = atOnce(
                    () -> World.tryPost(CENTRE, "/v1/sessions/" + one + "/assessment-kit", kit),
                    () -> World.tryPost(CENTRE, "/v1/sessions/" + other + "/assessment-kit", kit));
            assertThat(statuses(answers)).containsExactly(200, 409);
            boolean first = answers.get(0).statusCode() == 200;
            assertThat(World.get(CENTRE, "/v1/sessions/" + (first ? other : one))
                            .path("state")
                            .asText())
                    .isEqualTo("DECLARED");
            assertThat(acts(first ? other : one, "RECEIVE_KIT")).isZero();
        }
    }

    private static Supplier<Response> put(String path, @Nullable String tag, String status) {
        return () -> {
            var request = World.as(CENTRE).body(World.text(json("status", status)));
            return (tag == null ? request : request.header("If-Match", tag)).put(path);
        };
    }

    private static long acts(String session, String step) {
        return World.get(CENTRE, "/v1/sessions/" + session + "/timeline")
                .path("items")
                .findValuesAsText("step")
                .stream()
                .filter(step::equals)
                .count();
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    /** Sends the requests from threads that wait for each other; answers in the order of the requests. */
    @SafeVarargs
    private static List<Response> atOnce(Supplier<Response>... requests)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(requests.length);
        try (var clerks = Executors.newFixedThreadPool(requests.length)) {
            List<Future<Response>> sent = Arrays.stream(requests)
                    .map(r -> clerks.submit(() -> {
                        start.await();
                        return r.get();
                    }))
                    .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
