package fr.parchemin.session;

import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules over HTTP: solved, read by each, moved by hand, told when they are out of date or impossible. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ScheduleTest {

    /** A Monday three months ahead: nothing has begun. */
    private static final LocalDate DAY = LocalDate.of(2027, 3, 8);

    private final MovableClock clock;

    ScheduleTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
        room("Salle A");
        room("Salle B");
    }

    @Test
    void aSessionIsPlanned() {
        String session = World.declared("TITLE", null, DAY);
        String path = "/v1/sessions/" + session;
        List<String> enrolments = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            enrolments.add(World.enrol(session, World.candidate(CENTRE)));
        }
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.body(World.as(CENTRE).get(path + "/schedule"), 404);
        JsonNode accepted = solve(session, json());
        assertThat(accepted.path("state").asText()).isEqualTo("SOLVING");
        JsonNode plan = solved(session);
        assertThat(plan.path("state").asText()).isEqualTo("SOLVED");
        assertThat(plan.path("upToDate").asBoolean()).isTrue();
        assertThat(plan.path("passages")).hasSize(12);
        assertThat(plan.path("causes")).isEmpty();
        assertThat(plan.path("problems")).isEmpty();
        for (JsonNode p : plan.path("passages")) {
            assertThat(p.path("startsAt").isNull()).isFalse();
            assertThat(p.path("jurors")).hasSize(2);
            assertThat(enrolments).contains(p.path("enrolmentId").asText());
        }
    }

    // --- helping ---

    static String room(String name) {
        String path = "/v1/centres/" + World.centre() + "/sites/" + World.site() + "/rooms";
        for (JsonNode r : World.get(CENTRE, path).path("items")) {
            if (r.path("name").asText().equals(name)) {
                return r.path("id").asText();
            }
        }
        return World.post(CENTRE, path, json("name", name)).path("id").asText();
    }

    static JsonNode solve(String session, Map<String, Object> request) {
        Map<String, Object> body = json("seconds", 2);
        body.putAll(request);
        return World.body(World.tryPost(CENTRE, "/v1/sessions/" + session + "/schedule", body), 202);
    }

    static JsonNode solved(String session) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> World.get(CENTRE, "/v1/sessions/" + session + "/schedule"),
                        v -> !v.path("state").asText().equals("SOLVING"));
    }

    static List<String> messages(Response response) {
        List<String> messages = new ArrayList<>();
        World.body(response, 422)
                .path("violations")
                .forEach(v -> messages.add(
                        Objects.requireNonNullElse(v.path("message").asText(), "")));
        return messages;
    }
}
