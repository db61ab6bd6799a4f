package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annulment, cancellations that are undone, and the timeline. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class LifeCycleTest {

    private final MovableClock clock;
    private final EntityManager entities;

    LifeCycleTest(MovableClock clock, EntityManager entities) {
        this.clock = clock;
        this.entities = entities;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.MONDAY);
    }

    @Test
    void theAuthorityAnnulsAndEverythingIsInTheTimeline() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String eid = World.enrol(session, World.candidate(CENTRE));
        assertThat(World.get(CENTRE, path + "/timeline").path("next"))
                .isEqualTo(World.read(World.text(json(
                        "step",
                        "RECEIVE_KIT",
                        "what",
                        "receive the assessment kit: POST …/assessment-kit",
                        "waitsFor",
                        "CENTRE",
                        "deadline",
                        "2026-10-23",
                        "rule",
                        "R66"))));
        var decision = json("decisionReference", "DDETS-1", "decidedOn", "2026-11-23", "reason", "Sujets divulgués");
        assertThat(World.body(World.tryPost(AUTHORITY, path + "/annulment", decision), 409)
                        .path("detail")
                        .asText())
                .startsWith("The session is DECLARED; to annul the session: POST …/annulment it must be IN_PROGRESS");
        World.open(session);
        World.body(World.tryPost(CENTRE, path + "/annulment", decision), 403);
        assertThat(World.rules(World.tryPost(
                        AUTHORITY,
                        path + "/annulment",
                        json("decisionReference", "DDETS-1", "decidedOn", "2026-11-24", "reason", "Fictif"))))
                .containsExactly("R120");
        assertThat(World.move(AUTHORITY, path + "/annulment", decision)
                        .path("state")
                        .asText())
                .isEqualTo("ANNULLED");
        World.body(World.tryPost(AUTHORITY, path + "/annulment", decision), 409);
        World.body(World.tryPost(CENTRE, path + "/closure", json()), 409);

        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.sessions",
                1,
                e -> e.key().equals(session) && e.name().equals("SessionAnnulled"));
        EventContract.requireValid(told);
        assertThat(told.getFirst().data().path("decisionReference").asText()).isEqualTo("DDETS-1");

        JsonNode acts = World.get(CENTRE, path + "/timeline").path("items");
        assertThat(acts.findValuesAsText("step")).startsWith("DECLARE", "ENROL").endsWith("SUMMON", "OPEN", "ANNUL");
        assertThat(acts.get(1).path("enrolmentId").asText()).isEqualTo(eid);
        JsonNode last = acts.get(acts.size() - 1);
        assertThat(last.path("reason").asText()).isEqualTo("DDETS-1: Sujets divulgués");
        assertThat(last.path("state").asText()).isEqualTo("ANNULLED");
        assertThat(last.path("at").asText()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(World.get(CENTRE, path + "/timeline").path("next").isNull()).isTrue();
    }

    /** Property: from any state before the opening, cancelled and resumed is as it was, but for the version. */
    @Test
    void anUndoneCancellationGivesBackTheExactEarlierState() {
        long seed = 37722;
        Random random = new Random(seed);
        for (int run = 0; run < 8; run++) {
            String session = World.declared("TITLE", null);
            String path = "/v1/sessions/" + session;
            World.enrol(session, World.candidate(CENTRE));
            String gone = World.enrol(session, World.candidate(CENTRE));
            if (random.nextBoolean()) {
                World.move(CENTRE, path + "/enrolments/" + gone + "/withdrawal", json());
            }
            int how = random.nextInt(4);
            if (how == 1) {
                World.move(
                        CENTRE,
                        path + "/postponement",
                        json("startsOn", "2027-01-11", "endsOn", "2027-01-12", "reason", "Jury incomplet"));
            } else if (how >= 2) {
                World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2), World.juror(3)));
                World.move(CENTRE, path + "/assessment-kit", World.kit());
                if (how == 3) {
                    World.move(CENTRE, path + "/summons", json("lateReason", "Accord"));
                }
            }
            String before = state(path);
            World.move(CENTRE, path + "/cancellation", json("reason", "Erreur"));
            assertThat(state(path)).isNotEqualTo(before);
            World.move(CENTRE, path + "/resumption", json("reason", "Annulée par erreur"));
            assertThat(state(path)).as("seed %d, run %d", seed, run).isEqualTo(before);
        }
    }

    @Test
    void aJuryThatChangesLateKeepsTheReason() {
        String path = World.summoned();
        var other = new java.util.LinkedHashMap<>(World.jury(World.juror(1), World.juror(3)));

        JsonNode refused = World.body(replaceJury(path, other), 409);
        assertThat(refused.at("/violations/0/field").asText()).isEqualTo("/reason");
        assertThat(World.get(CENTRE, path + "/jury").path("members").findValuesAsText("jurorId"))
                .containsExactlyInAnyOrder(World.juror(1), World.juror(2));
        other.put("reason", "Juré souffrant la veille");
        World.body(replaceJury(path, other), 200);

        JsonNode acts = World.get(CENTRE, path + "/timeline").path("items");
        assertThat(acts.get(acts.size() - 1).path("step").asText()).isEqualTo("APPOINT_JURY");
        assertThat(acts.get(acts.size() - 1).path("reason").asText()).isEqualTo("Juré souffrant la veille");
    }

    private static Response replaceJury(String path, Object jury) {
        String tag = World.as(CENTRE).get(path + "/jury").header("ETag");
        return World.as(CENTRE).header("If-Match", tag).body(World.text(jury)).put(path + "/jury");
    }

    /** R9: a session of the grace year was declared before the title expired, and its postponement does not undo that. */
    @Test
    void aSessionOfTheGraceYearIsPostponedAfterTheTitleExpired() {
        String number = "RNCP91122";
        World.publish(World.snapshot().put("number", number).put("registrationEndsOn", "2026-12-31"));
        World.approve(World.centre(), World.site(), number, "2026-12-31");
        String path = draft(number);
        World.move(CENTRE, path + "/declaration", json());
        String late = draft(number);

        clock.set(Instant.parse("2027-01-15T08:30:00Z"));
        assertThat(World.rules(World.tryPost(CENTRE, late + "/declaration", json())))
                .containsExactly("R9");
        for (String day : List.of("2027-03-08", "2027-04-12")) {
            World.move(
                    CENTRE, path + "/postponement", json("startsOn", day, "endsOn", day, "reason", "Jury incomplet"));
            assertThat(World.move(CENTRE, path + "/declaration", json())
                            .path("declaredOn")
                            .asText())
                    .isEqualTo("2026-11-23");
        }
    }

    /** R8: the register may give a title an earlier end than the one it was declared under. */
    @Test
    void aTitleThatEndsEarlierThanItWasDeclaredUnderIsNotExamined() {
        String number = "RNCP" + (100_000 + Math.abs(UUID.randomUUID().hashCode() % 800_000));
        ObjectNode snapshot = World.snapshot().put("number", number);
        World.publish(snapshot);
        World.approve(World.centre(), World.site(), number);
        String one = World.newJuror("fictif-" + UUID.randomUUID(), null, number);
        String two = World.newJuror("fictif-" + UUID.randomUUID(), null, number);
        String summoned = withKit(number, one, two);
        World.move(CENTRE, summoned + "/summons", json("lateReason", "Accord écrit fictif"));
        String other = withKit(number, one, two);

        snapshot.put("registrationEndsOn", "2025-06-30");
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationChanged", snapshot);
        await().untilAsserted(() -> assertThat(World.warnings(World.post(
                        CENTRE,
                        "/v1/sessions",
                        World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, number))))
                .contains("R8"));
        String why = number + " is valid until 2025-06-30 and sessions on it are possible until 2026-06-30";
        assertThat(World.body(World.tryPost(CENTRE, other + "/summons", json("lateReason", "Accord")), 422)
                        .path("violations")
                        .findValuesAsText("message"))
                .anyMatch(m -> m.startsWith(why));
        assertThat(World.body(World.tryPost(CENTRE, summoned + "/opening", World.opening(one, two)), 422)
                        .path("violations")
                        .findValuesAsText("message"))
                .anyMatch(m -> m.startsWith(why));
    }

    /** A session of today whose jury is complete and whose kit has arrived. */
    private static String withKit(String number, String... jurors) {
        String path = "/v1/sessions/"
                + World.post(
                                CENTRE,
                                "/v1/sessions",
                                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, number))
                        .path("id")
                        .asText();
        World.move(CENTRE, path + "/declaration", json());
        World.post(CENTRE, path + "/enrolments", World.training(World.candidate(CENTRE)));
        World.put(CENTRE, path + "/jury", World.jury(jurors));
        World.put(CENTRE, path + "/situations", World.situations());
        World.move(CENTRE, path + "/assessment-kit", World.kit());
        return path;
    }

    private static String draft(String number) {
        return "/v1/sessions/"
                + World.post(
                                CENTRE,
                                "/v1/sessions",
                                World.draft(
                                        "TITLE", null, World.centre(), World.site(), LocalDate.of(2027, 2, 8), number))
                        .path("id")
                        .asText();
    }

    /** R103: fifteen days from the last of the session, which is closed long before. */
    @Test
    void anAbsenceIsJustifiedAfterTheClosure() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String came = path + "/enrolments/" + World.enrol(session, World.candidate(CENTRE));
        String eid = World.enrol(session, World.candidate(CENTRE));
        String ill = path + "/enrolments/" + eid;
        World.open(session);
        World.put(CENTRE, came + "/attendance", json("status", "PRESENT"));
        World.put(CENTRE, ill + "/attendance", json("status", "ABSENT"));
        World.move(CENTRE, path + "/closure", json());

        clock.set(Instant.parse("2026-12-08T23:00:00Z"));
        assertThat(World.rules(attend(ill, "ABSENT_JUSTIFIED"))).containsExactly("R103");
        clock.set(Instant.parse("2026-12-08T22:59:59Z"));
        World.body(attend(came, "ABSENT_JUSTIFIED"), 409);
        World.body(attend(ill, "PRESENT"), 409);
        assertThat(World.body(attend(ill, "ABSENT_JUSTIFIED"), 200)
                        .path("status")
                        .asText())
                .isEqualTo("ABSENT_JUSTIFIED");
        World.body(attend(ill, "ABSENT"), 409);

        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.sessions",
                2,
                e -> e.key().equals(session)
                        && e.name().equals("AttendanceRecorded")
                        && e.data().path("enrolmentId").asText().equals(eid));
        EventContract.requireValid(told);
        assertThat(told.getLast().data().path("status").asText()).isEqualTo("ABSENT_JUSTIFIED");
    }

    private static Response attend(String enrolment, String status) {
        String tag = World.as(CENTRE).get(enrolment + "/attendance").header("ETag");
        return World.as(CENTRE)
                .header("If-Match", tag)
                .body(World.text(json("status", status)))
                .put(enrolment + "/attendance");
    }

    @Test
    void drawsAreBoundBeforeTheyAreMade() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String eid = World.enrol(session, World.candidate(CENTRE));
        World.enrol(session, World.candidate(CENTRE));
        assertThat(commitments(path)).isEmpty();
        World.open(session);

        JsonNode bound = commitments(path);
        assertThat(bound).hasSize(2);
        assertThat(bound.findValuesAsText("commitment")).doesNotHaveDuplicates();
        assertThat(bound.get(0).fieldNames()).toIterable().doesNotContain("seed");
        String promised = commitment(bound, eid, 1);
        clock.set(MovableClock.MONDAY.plusSeconds(3600));
        World.body(
                World.as(CENTRE)
                        .body(World.text(json("status", "PRESENT")))
                        .put(path + "/enrolments/" + eid + "/attendance"),
                200);
        String drawPath = path + "/enrolments/" + eid + "/draws";
        String draw = World.post(CENTRE, drawPath, json("eventCode", "MSP"))
                .path("id")
                .asText();

        JsonNode proof = World.get(CENTRE, drawPath + "/" + draw + "/proof");
        assertThat(proof.path("commitment").asText()).isEqualTo(promised);
        assertThat(proof.path("committedAt").asText()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(proof.path("replayed").asBoolean()).isTrue();
        // The one that might have to be made again is bound already.
        String second = commitment(commitments(path), eid, 2);
        JsonNode again = World.post(
                CENTRE, drawPath, json("eventCode", "MSP", "redrawReason", "Matériel de la situation en panne"));
        assertThat(again.path("rank").asInt()).isEqualTo(2);
        assertThat(again.path("commitment").asText()).isEqualTo(second);
        World.body(World.as(World.PLATFORM).get(path + "/draw-commitments"), 403);
        World.body(World.as(World.OTHER_CENTRE).get(path + "/draw-commitments"), 404);
    }

    private static JsonNode commitments(String path) {
        return World.get(CENTRE, path + "/draw-commitments").path("items");
    }

    private static String commitment(JsonNode items, String enrolment, int rank) {
        for (JsonNode c : items) {
            if (c.path("enrolmentId").asText().equals(enrolment)
                    && c.path("rank").asInt() == rank) {
                return c.path("commitment").asText();
            }
        }
        throw new AssertionError("nothing is bound for " + enrolment + ", rank " + rank);
    }

    @Test
    void theTimelineIsAppendOnly() {
        String session = World.declared("TITLE", null);
        assertThatThrownBy(() -> io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("delete from session_act where session_id = :id")
                                .setParameter("id", UUID.fromString(session))
                                .executeUpdate()))
                .hasStackTraceContaining("append-only");
    }

    private static String state(String path) {
        ObjectNode session = (ObjectNode) World.get(CENTRE, path);
        session.remove("version");
        ObjectNode enrolments = (ObjectNode) World.get(CENTRE, path + "/enrolments");
        enrolments.path("items").forEach(e -> ((ObjectNode) e).remove("version"));
        return session + "\n" + enrolments;
    }
}
