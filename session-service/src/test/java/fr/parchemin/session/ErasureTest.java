package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.KafkaProbe.Event;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who never enrolled can be forgotten, here and in the topic; who did is kept with the file (R134). */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ErasureTest {

    private static final String TOPIC = "parchemin.identities";

    private final MovableClock clock;
    private final EntityManager entities;

    ErasureTest(MovableClock clock, EntityManager entities) {
        this.clock = clock;
        this.entities = entities;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void whoNeverEnrolledIsForgotten() {
        String id = World.candidate(CENTRE);
        String path = "/v1/candidates/" + id;
        World.as(World.OTHER_CENTRE).delete(path).then().statusCode(404);
        World.as("demo-juror-1").delete(path).then().statusCode(403);
        World.as(CENTRE).delete(path).then().statusCode(204);
        World.as(AUTHORITY).get(path).then().statusCode(404);
        World.as(CENTRE).delete(path).then().statusCode(404);
        List<Event> told = KafkaProbe.await(TOPIC, 2, e -> e.key().equals(id));
        assertThat(told.getFirst().data().path("candidateId").asText()).isEqualTo(id);
        assertThat(told.getLast().data().isNull()).isTrue();
    }

    @Test
    void theRequestThatCreatedWhoIsForgottenBringsNothingBack() {
        String key = UUID.randomUUID().toString();
        String body = World.text(World.person("REF-" + key));
        Response created = create(key, body);
        String id = World.body(created, 201).path("id").asText();
        assertThat(kept(id)).isEqualTo(1);
        World.as(CENTRE).delete("/v1/candidates/" + id).then().statusCode(204);
        World.body(create(key, body), 409);
        assertThat(kept(id)).isZero();
        World.as(CENTRE).get("/v1/candidates/" + id).then().statusCode(404);
    }

    private static Response create(String key, String body) {
        return World.as(CENTRE).header("Idempotency-Key", key).body(body).post("/v1/candidates");
    }

    private int kept(String id) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from idempotency where cast(answer as text) like :id")
                        .setParameter("id", '%' + id + '%')
                        .getSingleResult())
                .intValue();
    }

    /** R117: an accomplice is sanctioned alike, which the administration decides after the report. */
    @Test
    void whoIsNamedInAFraudReportIsKept() {
        String id = World.candidate(CENTRE);
        String session = World.declared("TITLE", null);
        Map<String, Object> report = World.fraudReport(World.enrol(session, World.candidate(CENTRE)));
        report.put("accomplices", List.of(json("name", "Fictif A", "candidateId", id)));
        World.open(session);
        World.post(CENTRE, "/v1/sessions/" + session + "/fraud-reports", report);
        JsonNode problem = World.body(World.as(CENTRE).delete("/v1/candidates/" + id), 422);
        assertThat(problem.path("violations").findValuesAsText("message").getFirst())
                .contains("1 fraud report(s)");
    }

    @Test
    void whoEnrolledIsKeptEvenAfterwards() {
        String id = World.candidate(CENTRE);
        String session = World.declared("TITLE", null);
        World.enrol(session, id);
        JsonNode problem = World.body(World.as(AUTHORITY).delete("/v1/candidates/" + id), 422);
        assertThat(problem.path("violations").findValuesAsText("rule")).containsExactly("R134");
        assertThat(problem.path("violations").findValuesAsText("message").getFirst())
                .contains("1 enrolment(s)");
        World.as(CENTRE).get("/v1/candidates/" + id).then().statusCode(200);
    }
}
