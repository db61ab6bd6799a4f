package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A session for a complementary certificate (CCS): R4, R21 and R34 from the draft to the opening. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class SpecialisationTest {

    private static final String NUMBER = "RNCP91037";
    private static final String COMPLEMENT = NUMBER + "CCS01";

    private static void publish() {
        ObjectNode title = World.snapshot();
        title.put("number", NUMBER);
        ObjectNode plan = (ObjectNode) title.path("plan");
        ((ArrayNode) plan.path("targets")).add(World.read("""
                        {"target": "RNCP91037CCS01", "totalMinutes": 30, "events": [
                            {"code": "MSP", "kind": "PROFESSIONAL_SIMULATION", "label": "Mise en situation", "minutes": 30,
                             "after": [], "draw": null, "competences": ["RNCP91037CCS01-C1"]}]}
                        """));
        plan.putArray("complements").add(World.read("""
                        {"code": "RNCP91037CCS01", "label": "Complément fictif",
                         "competences": [{"code": "RNCP91037CCS01-C1", "label": "Compétence fictive"}]}
                        """));
        World.publish(title);
    }

    private static Response draft(String code) {
        return World.tryPost(
                CENTRE, "/v1/sessions", World.draft("CCS", code, World.centre(), World.site(), World.TODAY, NUMBER));
    }

    private static Response approve(String from, String to) {
        return World.tryPost(
                AUTHORITY,
                "/v1/centres/" + World.centre() + "/approvals",
                json(
                        "certificationNumber",
                        NUMBER,
                        "complementCode",
                        COMPLEMENT,
                        "siteId",
                        World.site(),
                        "validFrom",
                        from,
                        "validTo",
                        to,
                        "decision",
                        "Décision fictive CCS"));
    }

    @Test
    void needsTheTitleBothApprovalsAndAListedComplement() {
        publish();
        JsonNode unlisted = World.body(draft(NUMBER + "CCS02"), 422).path("violations");
        assertThat(unlisted.findValuesAsText("rule")).containsExactly("R4");
        assertThat(unlisted.findValuesAsText("message").getFirst()).contains(COMPLEMENT);
        assertThat(World.rules(approve("2025-01-01", "2027-12-31"))).containsExactly("R34");
        World.approve(World.centre(), World.site(), NUMBER);
        JsonNode session = World.body(draft(COMPLEMENT), 201);
        assertThat(World.warnings(session)).contains("R34").doesNotContain("R32");
        String path = "/v1/sessions/" + session.path("id").asText();
        assertThat(World.rules(World.tryPost(CENTRE, path + "/declaration", json())))
                .containsExactly("R34");
        String approval =
                World.body(approve("2025-01-01", "2027-12-31"), 201).path("id").asText();
        World.body(approve("2026-01-01", "2026-12-31"), 409);
        World.move(CENTRE, path + "/declaration", json());

        String candidate = World.candidate(CENTRE);
        assertThat(World.rules(World.tryPost(CENTRE, path + "/enrolments", World.training(candidate))))
                .containsExactly("R21");
        KafkaProbe.tell(
                "results",
                "parchemin.results",
                candidate,
                "TitleAwarded",
                json(
                        "awardNumber",
                        "PAR-2026-FICTIF",
                        "candidateId",
                        candidate,
                        "sessionId",
                        UUID.randomUUID(),
                        "recordId",
                        UUID.randomUUID(),
                        "certificationNumber",
                        NUMBER,
                        "obtainedBy",
                        "TITLE_SESSION",
                        "route",
                        "CONTINUING",
                        "awardedOn",
                        "2026-06-30"));
        await().until(
                        () -> World.tryPost(CENTRE, path + "/enrolments", World.training(candidate))
                                .statusCode(),
                        status -> status == 201);
        String first = World.newJuror("ccs-juror-1", null, NUMBER);
        String second = World.newJuror("ccs-juror-2", null, NUMBER);
        World.put(CENTRE, path + "/jury", World.jury(first, second));
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        World.move(CENTRE, path + "/summons", json("lateReason", "Accord écrit fictif"));

        // The authority ends the approval of the complement: its sessions no longer open, those of the title would.
        JsonNode ended = World.move(
                AUTHORITY,
                "/v1/centres/" + World.centre() + "/approvals/" + approval + "/ending",
                json(
                        "lastDay",
                        World.TODAY.minusDays(1),
                        "decision",
                        "Décision fictive 2",
                        "reason",
                        "Contrôle fictif"));
        assertThat(ended.path("sessions").findValuesAsText("id"))
                .containsExactly(session.path("id").asText());
        assertThat(World.rules(World.tryPost(CENTRE, path + "/opening", World.opening(first, second))))
                .contains("R34")
                .doesNotContain("R32");
        World.body(approve(World.TODAY.toString(), "2027-12-31"), 201);
        assertThat(World.move(CENTRE, path + "/opening", World.opening(first, second))
                        .path("state")
                        .asText())
                .isEqualTo("IN_PROGRESS");
    }
}
