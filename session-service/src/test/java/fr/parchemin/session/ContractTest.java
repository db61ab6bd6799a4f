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
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manners of the API: keys, tags, pages, rules. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ContractTest {

    private final MovableClock clock;
    private final EntityManager entities;

    ContractTest(MovableClock clock, EntityManager entities) {
        this.clock = clock;
        this.entities = entities;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void aKeySentTwiceHasOneEffect() {
        Map<String, Object> person = World.person("REF-" + UUID.randomUUID());
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, "/v1/candidates", person);
        Response again = keyed(key, "/v1/candidates", person);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        person.put("birthName", "Autre");
        JsonNode reused = World.body(keyed(key, "/v1/candidates", person), 422);
        assertThat(reused.path("type").asText()).isEqualTo("https://parchemin.fr/problems/idempotency-key-reused");
    }

    @Test
    void everyKindOfAnswerCanBeReplayed() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        Map<String, Object> enrolment = World.training(World.candidate(CENTRE));
        String enrolled = replayed(path + "/enrolments", enrolment, 201);
        String eid = World.read(enrolled).path("id").asText();
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2), World.juror(3)));
        World.put(CENTRE, path + "/situations", World.situations());
        replayed(
                path + "/recusals",
                json("jurorId", World.juror(3), "enrolmentId", eid, "ground", "TRAINER", "declaredBy", "JUROR"),
                201);
        World.body(
                World.tryPost(
                        CENTRE,
                        path + "/recusals",
                        json(
                                "jurorId",
                                World.juror(3),
                                "enrolmentId",
                                eid,
                                "ground",
                                "PERSONAL",
                                "declaredBy",
                                "JUROR")),
                409);
        replayed(path + "/assessment-kit", World.kit(), 200);
        replayed(path + "/summons", json("lateReason", "Accord"), 200);
        replayed(path + "/opening", World.opening(World.juror(1), World.juror(2)), 200);
        World.put(CENTRE, path + "/enrolments/" + eid + "/attendance", json("status", "PRESENT"));
        replayed(path + "/enrolments/" + eid + "/draws", json("eventCode", "MSP"), 201);
        replayed(
                path + "/enrolments/" + eid + "/documents",
                json("kind", "SST", "reference", "S", "issuer", "F", "issuedOn", "2026-01-05"),
                201);
        replayed(path + "/closure", json(), 200);
        assertThat(World.get(CENTRE, path + "/enrolments/" + eid + "/draws").path("items"))
                .hasSize(1);
    }

    @Test
    void whatIsReplacedIsReadBefore() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String eid = World.enrol(session, World.candidate(CENTRE));
        for (String part : List.of("/jury", "/situations")) {
            Object body = part.equals("/jury") ? World.jury(World.juror(1), World.juror(2)) : World.situations();
            World.body(
                    World.as(CENTRE)
                            .header("If-Match", "\"x\"")
                            .body(World.text(body))
                            .put(path + part),
                    412);
            World.put(CENTRE, path + part, body);
            World.body(World.as(CENTRE).body(World.text(body)).put(path + part), 428);
            World.body(
                    World.as(CENTRE)
                            .header("If-Match", "\"x\"")
                            .body(World.text(body))
                            .put(path + part),
                    412);
            World.replace(CENTRE, path + part, body);
        }
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        World.move(CENTRE, path + "/summons", json("lateReason", "Accord"));
        World.move(CENTRE, path + "/opening", World.opening(World.juror(1), World.juror(2)));
        String attendance = path + "/enrolments/" + eid + "/attendance";
        World.put(CENTRE, attendance, json("status", "PRESENT"));
        World.body(World.as(CENTRE).body("{\"status\": \"ABSENT\"}").put(attendance), 428);
        assertThat(World.replace(CENTRE, attendance, json("status", "ABSENT"))
                        .path("status")
                        .asText())
                .isEqualTo("ABSENT");
        String tag = World.as(CENTRE).get(attendance).header("ETag");
        World.body(
                World.as(CENTRE)
                        .header("If-Match", tag)
                        .body("{\"status\": \"PRESENT\"}")
                        .put(attendance),
                409);
    }

    @Test
    void aCandidateByItsOwnReference() {
        String ref = "REF-" + UUID.randomUUID();
        String path = "/v1/candidates/by-external-ref/" + ref;
        Map<String, Object> person = World.person(ref);
        Response created = World.as(World.PLATFORM).body(World.text(person)).put(path);
        String id = World.body(created, 201).path("id").asText();
        assertThat(created.header("Location")).endsWith("/v1/candidates/" + id);
        World.body(World.as(World.PLATFORM).body(World.text(person)).put(path), 428);
        World.body(World.as(World.OTHER_PLATFORM).get(path), 404);

        person.put("email", "alpha@example.org");
        assertThat(World.replace(World.PLATFORM, path, person)
                        .path("identityVersion")
                        .asInt())
                .isEqualTo(1);
        person.put("birthName", "Fictive");
        JsonNode corrected = World.replace(World.PLATFORM, path, person);
        assertThat(corrected.path("identityVersion").asInt()).isEqualTo(2);
        assertThat(corrected.path("id").asText()).isEqualTo(id);
        assertThat(World.get(World.PLATFORM, "/v1/candidates?externalRef=" + ref)
                        .path("items")
                        .findValuesAsText("birthName"))
                .containsExactly("Fictive");
    }

    @Test
    void aReferenceThatNoPathCanHoldIsRefused() {
        for (String ref : List.of("2026/014", "a\\b", "a;b", "100%", "a\nb", ".", "..")) {
            JsonNode refused = World.body(World.tryPost(World.PLATFORM, "/v1/candidates", World.person(ref)), 400);
            assertThat(refused.path("violations").findValuesAsText("field")).containsExactly("/externalRef");
        }
        World.post(World.PLATFORM, "/v1/candidates", World.person("...René D+e:" + UUID.randomUUID()));
    }

    @Test
    void theIdentityIsFrozenAtTheExamination() {
        String ref = "REF-" + UUID.randomUUID();
        String path = "/v1/candidates/by-external-ref/" + ref;
        Map<String, Object> person = World.person(ref);
        String id = World.body(World.as(CENTRE).body(World.text(person)).put(path), 201)
                .path("id")
                .asText();
        String session = World.declared("TITLE", null);
        String eid = World.enrol(session, id);
        World.open(session);
        World.put(CENTRE, "/v1/sessions/" + session + "/enrolments/" + eid + "/attendance", json("status", "PRESENT"));
        String tag = World.as(CENTRE).get(path).header("ETag");
        person.put("bornOn", "1996-03-15");
        assertThat(World.rules(World.as(CENTRE)
                        .header("If-Match", tag)
                        .body(World.text(person))
                        .put(path)))
                .containsExactly("R122");
        person.put("bornOn", "1996-03-14");
        person.put("email", "alpha@example.org");
        JsonNode changed = World.replace(CENTRE, path, person);
        assertThat(changed.path("identityFrozen").asBoolean()).isTrue();
        assertThat(changed.path("identityVersion").asInt()).isEqualTo(1);
    }

    @Test
    void theAuthorityCorrectsAFrozenIdentity() {
        String ref = "REF-" + UUID.randomUUID();
        String mine = "/v1/candidates/by-external-ref/" + ref;
        Map<String, Object> person = World.person(ref);
        String id = World.body(World.as(CENTRE).body(World.text(person)).put(mine), 201)
                .path("id")
                .asText();
        String session = World.declared("TITLE", null);
        String eid = World.enrol(session, id);
        World.open(session);
        String attendance = "/v1/sessions/" + session + "/enrolments/" + eid + "/attendance";
        World.put(CENTRE, attendance, json("status", "PRESENT"));
        person.put("birthName", "Fictif-Corrigé");
        String tag = World.as(CENTRE).get(mine).header("ETag");
        assertThat(World.rules(World.as(CENTRE)
                        .header("If-Match", tag)
                        .body(World.text(person))
                        .put(mine)))
                .containsExactly("R122");

        String versions = "/v1/candidates/" + id + "/identity-versions";
        Map<String, Object> act = new LinkedHashMap<>(person);
        List.of("externalRef", "postalCode").forEach(act::remove);
        World.body(World.tryPost(AUTHORITY, versions, act), 400);
        act.put("reason", "Nom de naissance mal recopié");
        act.put("document", "Acte de naissance fictif n° 12");
        World.body(World.tryPost(CENTRE, versions, act), 403);
        World.body(World.tryPost(AUTHORITY, "/v1/candidates/" + UUID.randomUUID() + "/identity-versions", act), 404);
        String key = UUID.randomUUID().toString();
        for (int sent = 0; sent < 2; sent++) {
            JsonNode corrected = World.body(
                    World.as(AUTHORITY)
                            .header("Idempotency-Key", key)
                            .body(World.text(act))
                            .post(versions),
                    201);
            assertThat(corrected.path("identityVersion").asInt()).isEqualTo(2);
            assertThat(corrected.path("identityFrozen").asBoolean()).isTrue();
        }
        assertThat(World.rules(World.tryPost(AUTHORITY, versions, act))).containsExactly("R123");

        JsonNode shown = World.get(CENTRE, "/v1/candidates/" + id);
        assertThat(shown.path("birthName").asText()).isEqualTo("Fictif-Corrigé");
        assertThat(shown.path("identityVersion").asInt()).isEqualTo(2);
        assertThat(shown.path("postalCode").asText()).isEqualTo("35000");
        // The exam keeps the identity of its day; the centre goes on with the corrected one.
        assertThat(World.get(CENTRE, attendance).path("identityVersion").asInt())
                .isEqualTo(1);
        person.put("email", "alpha@example.org");
        assertThat(World.replace(CENTRE, mine, person).path("identityVersion").asInt())
                .isEqualTo(2);
        List<KafkaProbe.Event> told =
                KafkaProbe.await("parchemin.identities", 2, e -> e.key().equals(id));
        EventContract.requireValid(told);
        assertThat(told.getLast().data().path("version").asInt()).isEqualTo(2);
        assertThat(told.getLast().data().path("birthName").asText()).isEqualTo("Fictif-Corrigé");
        assertThat(entities.createNativeQuery(
                                "select reason || ' / ' || document || ' / ' || recorded_by from candidate_identity"
                                        + " where candidate_id = :id and identity_version = 2",
                                String.class)
                        .setParameter("id", UUID.fromString(id))
                        .getSingleResult())
                .isEqualTo("Nom de naissance mal recopié / Acte de naissance fictif n° 12 / demo-authority");
    }

    @Test
    void aReadWithTheTagInHand() {
        String session = World.declared("TITLE", null);
        Response read = World.as(CENTRE).get("/v1/sessions/" + session);
        assertThat(World.as(CENTRE)
                        .header("If-None-Match", read.header("ETag"))
                        .get("/v1/sessions/" + session)
                        .statusCode())
                .isEqualTo(304);
        World.move(CENTRE, "/v1/sessions/" + session + "/assessment-kit", World.kit());
        assertThat(World.as(CENTRE).get("/v1/sessions/" + session).header("ETag"))
                .isNotEqualTo(read.header("ETag"));
    }

    @Test
    void pagesHoldEverySessionOnce() {
        for (int i = 0; i < 5; i++) {
            World.post(
                    CENTRE,
                    "/v1/sessions",
                    World.draft(
                            "CCP",
                            World.BC03,
                            World.centre(),
                            World.site(),
                            World.TODAY.plusDays(1000 + i / 2),
                            World.CERTIFICATION));
        }
        String from = World.TODAY.plusDays(1000).toString();
        List<String> all = World.get(CENTRE, "/v1/sessions?limit=500&type=CCP&from=" + from)
                .path("items")
                .findValuesAsText("id");
        List<String> paged = new ArrayList<>();
        String next = "/v1/sessions?limit=2&type=CCP&from=" + from;
        while (next != null) {
            Response page = World.as(CENTRE).urlEncodingEnabled(false).get(next);
            paged.addAll(World.body(page, 200).path("items").findValuesAsText("id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        World.site(World.centre(), "Plateau Fictif Second");
        String lists = "/v1/centres/" + World.centre();
        String cursor =
                World.get(AUTHORITY, lists + "/sites?limit=1").path("next").asText();
        World.body(World.as(AUTHORITY).get(lists + "/sites?cursor=" + cursor), 200);
        for (String other : List.of("/approvals", "/conventions")) {
            JsonNode refused = World.body(World.as(AUTHORITY).get(lists + other + "?cursor=" + cursor), 400);
            assertThat(refused.path("type").asText()).isEqualTo("https://parchemin.fr/problems/invalid-cursor");
        }
    }

    @Test
    void rulesAreListedByNumber() {
        JsonNode rules = World.get("demo-analyst", "/v1/rules").path("items");
        assertThat(rules.findValuesAsText("number"))
                .containsExactly(
                        "R5", "R8", "D9", "R9", "D15", "R17", "R18", "R19", "R21", "R22", "R25", "R26", "R27", "R28",
                        "R29", "R31", "R32", "R34", "R39", "R44", "R45", "R47", "R48", "R49", "R52", "R53", "R54",
                        "R56", "R57", "R62", "R63", "R64", "R66", "R67", "R69", "R70", "R71", "R72", "R73", "R74",
                        "R75", "R78", "R79", "R80", "R81", "R82", "R83", "R85", "R87", "R88", "R100", "R102", "R103",
                        "R115", "R116", "R117", "R119", "R120", "R122", "R138", "R140");
        JsonNode r22 = rules.path(9);
        assertThat(r22.path("mode").asText()).isEqualTo("block");
        assertThat(r22.path("modeKey").asText()).isEqualTo("rules.R22.mode");
        assertThat(r22.path("parameters").path(0))
                .isEqualTo(World.read(
                        "{\"key\": \"vae.admissibility.validity\", \"value\": \"P1Y\", \"defaultValue\": \"P1Y\"}"));
        System.setProperty("convocation.notice.title", "P1M; from 2027-01-01: P6W");
        try {
            JsonNode r66 = World.get("demo-analyst", "/v1/rules").path("items").findParents("number").stream()
                    .filter(r -> r.path("number").asText().equals("R66"))
                    .findFirst()
                    .orElseThrow();
            assertThat(r66.path("later"))
                    .isEqualTo(World.read(
                            "[{\"from\": \"2027-01-01\", \"key\": \"convocation.notice.title\", \"value\": \"P6W\"}]"));
        } finally {
            System.clearProperty("convocation.notice.title");
        }
    }

    private static Response keyed(String key, String path, Object body) {
        return World.as(CENTRE)
                .header("Idempotency-Key", key)
                .body(World.text(body))
                .post(path);
    }

    private static String replayed(String path, Object body, int status) {
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, path, body);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(status);
        Response again = keyed(key, path, body);
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(status);
        assertThat(World.read(again.asString())).isEqualTo(World.read(first.asString()));
        return first.asString();
    }
}
