package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded on the day, and read in one call. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class DayTest {

    private static final String JUROR = "demo-juror-1";

    private final MovableClock clock;

    DayTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void aDayFromTheDoorToTheClosure() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        Map<String, Object> late = World.training(World.candidate(CENTRE));
        late.put("extraTimePercent", 33);
        String first = World.post(CENTRE, path + "/enrolments", late).path("id").asText();
        String second = World.enrol(session, World.candidate(CENTRE));
        JsonNode before = World.get(CENTRE, path + "/day");
        assertThat(before.path("blocksClosing").path(0).path("message").asText())
                .contains("it must be IN_PROGRESS");
        World.open(session);

        JsonNode day = World.get(CENTRE, path + "/day");
        assertThat(day.path("events").findValuesAsText("code")).containsExactly("MSP", "ET", "QP", "EF");
        assertThat(day.path("candidates")).hasSize(2);
        assertThat(day.path("blocksClosing").findValuesAsText("enrolmentId")).containsExactlyInAnyOrder(first, second);

        String enrolment = path + "/enrolments/" + first;
        assertThat(World.rules(World.as(CENTRE)
                        .body("{\"document\": \"LIBRARY_CARD\", \"checkedBy\": \"Fictif\"}")
                        .put(enrolment + "/identity-check")))
                .containsExactly("R26");
        World.put(CENTRE, enrolment + "/attendance", json("status", "PRESENT"));
        Map<String, Object> passage =
                json("status", "PRESENT", "startedAt", "2026-11-23T08:30:00Z", "endedAt", "2026-11-23T09:00:00Z");
        assertThat(World.rules(World.as(CENTRE).body(World.text(passage)).put(enrolment + "/attendance/MSP")))
                .containsExactly("R70");
        World.put(
                CENTRE,
                enrolment + "/identity-check",
                json("document", "NATIONAL_ID", "checkedBy", "Fictif Responsable"));
        World.put(JUROR, enrolment + "/attendance/MSP", passage);
        World.body(World.as(CENTRE).body(World.text(passage)).put(enrolment + "/attendance/MSP"), 428);
        World.body(World.as(CENTRE).body(World.text(passage)).put(enrolment + "/attendance/XX"), 404);
        World.body(
                World.as(CENTRE).body(World.text(passage)).put(path + "/enrolments/" + second + "/attendance/MSP"),
                409);
        World.post(CENTRE, enrolment + "/draws", json("eventCode", "MSP"));

        day = World.get(JUROR, path + "/day");
        JsonNode candidate = find(day, first);
        assertThat(candidate.path("extraTimePercent").asInt()).isEqualTo(33);
        assertThat(candidate.path("identity").path("document").asText()).isEqualTo("NATIONAL_ID");
        assertThat(candidate.path("events").path(0).path("startedAt").asText()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(candidate.path("draws").path(0).path("situations")).hasSize(2);
        assertThat(candidate.path("firstAid").asText()).isEqualTo("MISSING");
        assertThat(day.path("counts"))
                .isEqualTo(
                        World.read(
                                "{\"expected\":2,\"identityChecked\":1,\"present\":1,\"absent\":0,\"excluded\":0,\"unrecorded\":1}"));
        assertThat(day.path("reminders").findValuesAsText("call")).containsExactly("POST " + enrolment + "/documents");

        JsonNode todo = day.path("blocksClosing").path(0);
        String[] call = todo.path("call").asText().split(" ");
        assertThat(call[0]).isEqualTo("PUT");
        World.put(CENTRE, call[1], json("status", "ABSENT"));
        assertThat(World.get(CENTRE, path + "/day").path("blocksClosing")).isEmpty();
        World.move(CENTRE, path + "/closure", json());
        World.body(World.as(World.PLATFORM).get(path + "/day"), 403);
        World.body(World.as(World.OTHER_CENTRE).get(path + "/day"), 404);
    }

    @Test
    void nobodyIsExcludedWithoutAReportNorByAJuror() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String mine = World.enrol(session, World.candidate(CENTRE));
        String helper = World.candidate(CENTRE);
        String theirs = World.enrol(session, helper);
        World.open(session);
        for (String enrolment : List.of(mine, theirs)) {
            World.put(CENTRE, path + "/enrolments/" + enrolment + "/attendance", json("status", "PRESENT"));
        }
        assertThat(World.rules(exclude(CENTRE, path, mine))).containsExactly("R115");
        Map<String, Object> report = World.fraudReport(mine);
        report.put("accomplices", List.of(json("name", "Fictif H", "candidateId", helper)));
        World.post(CENTRE, path + "/fraud-reports", report);
        World.body(exclude(JUROR, path, mine), 403);
        for (String enrolment : List.of(mine, theirs)) {
            assertThat(World.body(exclude(CENTRE, path, enrolment), 200)
                            .path("status")
                            .asText())
                    .isEqualTo("EXCLUDED");
        }
    }

    private static Response exclude(String client, String path, String enrolment) {
        String attendance = path + "/enrolments/" + enrolment + "/attendance";
        String tag = World.as(client).get(attendance).header("ETag");
        return World.as(client)
                .header("If-Match", tag)
                .body("{\"status\": \"EXCLUDED\"}")
                .put(attendance);
    }

    @Test
    void incidentsHaveThreeAudiences() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String mine = World.enrol(session, World.candidate(CENTRE));
        Map<String, Object> incident = json(
                "type",
                "EQUIPMENT",
                "occurredAt",
                "2026-11-23T08:20:00Z",
                "enrolmentId",
                mine,
                "eventCode",
                "MSP",
                "comments",
                json("candidate", "Temps rendu", "organisation", "Coupure", "internal", "Disjoncteur"));
        World.body(World.tryPost(CENTRE, path + "/incidents", incident), 409);
        World.open(session);
        assertThat(World.post(CENTRE, path + "/incidents", incident)
                        .path("internalComment")
                        .asText())
                .isEqualTo("Disjoncteur");
        incident.put("comments", json());
        World.body(World.tryPost(CENTRE, path + "/incidents", incident), 400);
        incident.put("eventCode", "XX");
        World.body(World.tryPost(CENTRE, path + "/incidents", incident), 404);
        assertThat(World.get(AUTHORITY, path + "/incidents").path("items").findValuesAsText("internalComment"))
                .containsExactly("Disjoncteur");
        JsonNode seen = World.get(JUROR, path + "/incidents").path("items").path(0);
        assertThat(seen.path("internalComment").isNull()).isTrue();
        assertThat(seen.path("organisationComment").asText()).isEqualTo("Coupure");
        assertThat(World.get(JUROR, path + "/day").toString()).doesNotContain("Disjoncteur");
        World.body(World.as(World.OTHER_PLATFORM).get(path + "/incidents"), 404);
        // A juror who is recused for the candidate reads nothing about them (R138).
        World.post(
                CENTRE,
                path + "/recusals",
                json("jurorId", World.juror(1), "enrolmentId", mine, "ground", "PERSONAL", "declaredBy", "JUROR"));
        assertThat(World.get("demo-juror-1", path + "/incidents").path("items")).isEmpty();
        assertThat(World.get("demo-juror-2", path + "/incidents").path("items")).hasSize(1);
    }

    @Test
    void aFraudIsReportedWithAWitnessAndTheAuthorityBans() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String candidate = World.candidate(CENTRE);
        String enrolment = World.enrol(session, candidate);
        World.open(session);
        Map<String, Object> report = World.fraudReport(enrolment);
        report.putAll(json("facts", "Téléphone allumé", "witnesses", List.of(), "continues", false));
        assertThat(World.rules(World.tryPost(CENTRE, path + "/fraud-reports", report)))
                .containsExactly("R115");
        report.put(
                "accomplices", List.of(json("name", "Fictif A", "candidateId", candidate), json("name", "Fictif B")));
        report.put("witnesses", List.of(json("name", "Fictif T", "quality", "Jurée", "signedOn", World.TODAY)));
        JsonNode reported = World.post(CENTRE, path + "/fraud-reports", report);
        assertThat(World.warnings(reported)).containsExactly("R119");
        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.sessions",
                1,
                e -> e.key().equals(session) && e.name().equals("FraudReported"));
        EventContract.requireValid(told);
        JsonNode fact = told.getFirst().data();
        assertThat(fact.path("reportId")).isEqualTo(reported.path("id"));
        assertThat(fact.path("candidateId").asText()).isEqualTo(candidate);
        assertThat(fact.path("accompliceIds")).hasSize(1);
        assertThat(fact.toString()).doesNotContain("Fictif T").doesNotContain("Téléphone");
        World.body(World.as(JUROR).get(path + "/fraud-reports"), 403);
        assertThat(World.get(JUROR, path + "/day").path("fraudReports")).isEmpty();
        assertThat(World.get(CENTRE, path + "/day").path("fraudReports")).hasSize(1);

        String bans = "/v1/candidates/" + candidate + "/bans";
        Map<String, Object> ban = json(
                "decision",
                "D-1",
                "notifiedOn",
                "2026-12-01",
                "lastDay",
                "2027-12-02",
                "fraudReportId",
                UUID.randomUUID().toString());
        World.body(World.tryPost(CENTRE, bans, ban), 403);
        World.body(World.tryPost(AUTHORITY, bans, ban), 422);
        ban.put("fraudReportId", reported.path("id").asText());
        assertThat(World.rules(World.tryPost(AUTHORITY, bans, ban))).containsExactly("R116");
        ban.put("lastDay", "2027-12-01");
        assertThat(World.rules(World.tryPost(AUTHORITY, "/v1/candidates/" + World.candidate(CENTRE) + "/bans", ban)))
                .containsExactly("R117");
        String id = World.post(AUTHORITY, bans, ban).path("id").asText();
        assertThat(World.get(CENTRE, bans).path("items")).hasSize(1);
        World.body(World.as(World.OTHER_CENTRE).get(bans), 404);
        assertThat(World.move(AUTHORITY, bans + "/" + id + "/lifting", json("reason", "Recours"))
                        .path("liftedOn")
                        .asText())
                .isEqualTo("2026-11-23");
        // Half past midnight in Paris is the day after, whatever day UTC has.
        ban.put("decision", "D-2");
        String second = World.post(AUTHORITY, bans, ban).path("id").asText();
        clock.set(Instant.parse("2026-11-23T23:30:00Z"));
        assertThat(World.move(AUTHORITY, bans + "/" + second + "/lifting", json("reason", "Recours"))
                        .path("liftedOn")
                        .asText())
                .isEqualTo("2026-11-24");
    }

    @Test
    void aFraudReportTellsItsPeopleApart() {
        String session = World.declared("TITLE", null);
        Map<String, Object> report = World.fraudReport(World.enrol(session, World.candidate(CENTRE)));
        World.open(session);
        String path = "/v1/sessions/" + session + "/fraud-reports";
        for (String accomplices : List.of("[null]", "[{\"name\": \"Fictif A\"}, {\"name\": \"Fictif A\"}]")) {
            report.put("accomplices", World.read(accomplices));
            World.body(World.tryPost(CENTRE, path, report), 400);
        }
        report.put("accomplices", World.read("[{\"name\": \"Fictif A\"}, {\"name\": \"Fictif A, père\"}]"));
        World.post(CENTRE, path, report);
    }

    @Test
    void whoIsBannedAfterTheSummonsDoesNotSit() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String candidate = World.candidate(CENTRE);
        String attendance = path + "/enrolments/" + World.enrol(session, candidate) + "/attendance";
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2)));
        World.put(CENTRE, path + "/situations", World.situations());
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        World.move(CENTRE, path + "/summons", json("lateReason", "Accord écrit fictif"));
        String bans = "/v1/candidates/" + candidate + "/bans";
        String ban = World.post(
                        AUTHORITY,
                        bans,
                        json("decision", "D-FICTIVE", "notifiedOn", "2026-11-23", "lastDay", "2027-11-22"))
                .path("id")
                .asText();
        World.move(CENTRE, path + "/opening", World.opening(World.juror(1), World.juror(2)));
        Response refused =
                World.as(CENTRE).body(World.text(json("status", "PRESENT"))).put(attendance);
        assertThat(World.rules(refused)).containsExactly("R25");
        assertThat(World.get(CENTRE, attendance).path("status").isNull()).isTrue();
        World.move(AUTHORITY, bans + "/" + ban + "/lifting", json("reason", "Recours fictif"));
        World.put(CENTRE, attendance, json("status", "PRESENT"));
    }

    @Test
    void whoWroteWhatIsTheCentresSecretUntilTheInterviews() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        for (int i = 0; i < 3; i++) {
            World.enrol(session, World.candidate(CENTRE));
        }
        World.open(session);
        assertThat(World.rules(World.tryPost(CENTRE, path + "/anonymity", json("acronym", "REMN"))))
                .containsExactly("R73");
        System.setProperty("anonymity.enabled", "true");
        try {
            JsonNode table = World.post(CENTRE, path + "/anonymity", json("acronym", "REMN"));
            assertThat(table.path("rows").findValuesAsText("candidateName"))
                    .allMatch(n -> n.startsWith("Fictif Alpha"));
            World.body(World.tryPost(CENTRE, path + "/anonymity", json("acronym", "REMN")), 409);
            World.body(World.as(JUROR).get(path + "/anonymity"), 403);
            World.move(CENTRE, path + "/anonymity/release", json());
            assertThat(World.get(JUROR, path + "/anonymity").path("rows")).isEqualTo(table.path("rows"));
            World.post(
                    CENTRE,
                    path + "/recusals",
                    json(
                            "jurorId",
                            World.juror(1),
                            "enrolmentId",
                            table.path("rows").path(0).path("enrolmentId").asText(),
                            "ground",
                            "PERSONAL",
                            "declaredBy",
                            "JUROR"));
            assertThat(World.get("demo-juror-1", path + "/anonymity")
                            .path("rows")
                            .findValuesAsText("candidateName"))
                    .hasSize(3)
                    .containsOnlyOnce("");
        } finally {
            System.clearProperty("anonymity.enabled");
        }
    }

    private static JsonNode find(JsonNode day, String enrolment) {
        for (JsonNode c : day.path("candidates")) {
            if (c.path("enrolmentId").asText().equals(enrolment)) {
                return c;
            }
        }
        throw new AssertionError("not expected: " + enrolment);
    }
}
