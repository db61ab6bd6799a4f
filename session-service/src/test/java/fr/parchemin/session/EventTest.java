package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.KafkaProbe.Event;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told and heard. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class EventTest {

    private final MovableClock clock;

    EventTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void everySampleFitsItsSchema() {
        for (String name : List.of(
                "SessionDeclared.v1",
                "CandidateEnrolled.v1",
                "EnrolmentWithdrawn.v1",
                "JuryAppointed.v1",
                "JurorRecused.v1",
                "SessionSummoned.v1",
                "SessionOpened.v1",
                "AttendanceRecorded.v1",
                "SituationDrawn.v1",
                "DocumentPresented.v1",
                "FraudReported.v1",
                "SessionClosed.v1",
                "SessionCancelled.v1",
                "SessionPostponed.v1",
                "SessionResumed.v1",
                "SessionAnnulled.v1",
                "ApprovalEnded.v1",
                "CandidateIdentified.v1",
                "JurorIdentified.v1")) {
            List<Path> samples = EventContract.samples(name);
            assertThat(samples).as(name).isNotEmpty();
            for (Path sample : samples) {
                assertThat(EventContract.faults(name, EventContract.read(sample)))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @Test
    void candidatesAreIdentifiedOnTheRestrictedTopic() {
        String ref = "REF-" + UUID.randomUUID();
        String id = World.post(CENTRE, "/v1/candidates", World.person(ref))
                .path("id")
                .asText();
        Event event = KafkaProbe.await("parchemin.identities", 1, e -> e.key().equals(id))
                .getFirst();
        EventContract.requireValid(event);
        assertThat(event.name()).isEqualTo("CandidateIdentified");
        assertThat(event.headers().get("ce_source")).isEqualTo("/parchemin/session");
        assertThat(event.headers().get("ce_subject")).isEqualTo(id);
        assertThat(event.data())
                .isEqualTo(World.read(World.text(json(
                                "candidateId",
                                id,
                                "version",
                                1,
                                "birthName",
                                "Fictif",
                                "usageName",
                                "?",
                                "firstNames",
                                List.of("Alpha", World.letters(ref)),
                                "sex",
                                "F",
                                "bornOn",
                                "1996-03-14",
                                "birthPlace",
                                json("inseeCode", "35238", "label", "Rennes", "countryCode", "FRA"),
                                "externalRef",
                                ref,
                                "createdBySiret",
                                World.CENTRE_SIRET))
                        .replace("\"?\"", "null")));
    }

    @Test
    void jurorsAreIdentifiedWithTheirLogin() {
        String subject = "juror-" + UUID.randomUUID();
        String id = World.newJuror(subject, null, null);
        Event event = KafkaProbe.await("parchemin.identities", 1, e -> e.key().equals(id))
                .getFirst();
        EventContract.requireValid(event);
        assertThat(event.name()).isEqualTo("JurorIdentified");
        assertThat(event.headers().get("ce_subject")).isEqualTo(id);
        assertThat(event.data().path("subject").asText()).isEqualTo(subject);
        assertThat(event.data().fieldNames())
                .toIterable()
                .containsExactly("jurorId", "subject", "lastName", "firstName");
    }

    @Test
    void recusalWithdrawalPostponementAndCancellationAreTold() {
        String session = World.declared("TITLE", null);
        String path = "/v1/sessions/" + session;
        String first = World.enrol(session, World.candidate(CENTRE));
        String second = World.enrol(session, World.candidate(CENTRE));
        World.put(CENTRE, path + "/jury", World.jury(World.juror(1), World.juror(2), World.juror(3)));
        World.post(
                CENTRE,
                path + "/recusals",
                json("jurorId", World.juror(1), "enrolmentId", first, "ground", "TRAINER", "declaredBy", "CANDIDATE"));
        World.move(CENTRE, path + "/enrolments/" + second + "/withdrawal", json());
        World.move(
                CENTRE,
                path + "/postponement",
                json("startsOn", "2027-01-11", "endsOn", "2027-01-12", "reason", "Jury incomplet"));
        World.move(CENTRE, path + "/declaration", json());
        World.move(AUTHORITY, path + "/cancellation", json("reason", "Plateau indisponible"));
        List<Event> events =
                KafkaProbe.await("parchemin.sessions", 9, e -> e.key().equals(session));
        EventContract.requireValid(events);
        assertThat(events.stream().map(Event::name))
                .containsExactly(
                        "SessionDeclared",
                        "CandidateEnrolled",
                        "CandidateEnrolled",
                        "JuryAppointed",
                        "JurorRecused",
                        "EnrolmentWithdrawn",
                        "SessionPostponed",
                        "SessionDeclared",
                        "SessionCancelled");
        assertThat(events.get(4).data().path("jurorId").asText()).isEqualTo(World.juror(1));
        assertThat(events.get(6).data().path("session").path("startsOn").asText())
                .isEqualTo("2027-01-11");
        assertThat(events.get(8).data().path("reason").asText()).isEqualTo("Plateau indisponible");
        assertThat(World.get(CENTRE, path + "/enrolments/" + first)
                        .path("state")
                        .asText())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void aDraftIsCancelledWithoutAWord() {
        String session = World.post(
                        CENTRE,
                        "/v1/sessions",
                        World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION))
                .path("id")
                .asText();
        World.move(CENTRE, "/v1/sessions/" + session + "/cancellation", json("reason", "Erreur"));
        String marker = World.declared("TITLE", null);
        KafkaProbe.await("parchemin.sessions", 1, e -> e.key().equals(marker));
        assertThat(KafkaProbe.read("parchemin.sessions").stream().map(Event::key))
                .doesNotContain(session);
    }

    @Test
    void anAwardHeardTwiceCountsOnceAndIsNotSatAgain() {
        String candidate = World.candidate(CENTRE);
        String award = "PAR-" + UUID.randomUUID();
        var data = json(
                "awardNumber",
                award,
                "candidateId",
                candidate,
                "sessionId",
                UUID.randomUUID().toString(),
                "recordId",
                UUID.randomUUID().toString(),
                "certificationNumber",
                World.CERTIFICATION,
                "blockCode",
                World.BC02,
                "awardedOn",
                "2026-06-01");
        String id = UUID.randomUUID().toString();
        KafkaProbe.tell(id, "results", "parchemin.results", candidate, "BlockAwarded", data);
        KafkaProbe.tell(id, "results", "parchemin.results", candidate, "BlockAwarded", data);
        String session = World.declared("CCP", World.BC02);
        String path = "/v1/sessions/" + session + "/eligibility?candidateId=" + candidate + "&route=CONTINUING";
        await().untilAsserted(() -> assertThat(
                        World.get(CENTRE, path).path("violations").findValuesAsText("rule"))
                .containsExactly("R27"));

        KafkaProbe.tell(
                "results",
                "parchemin.results",
                candidate,
                "AwardWithdrawn",
                json(
                        "awardNumber",
                        award,
                        "candidateId",
                        candidate,
                        "certificationNumber",
                        World.CERTIFICATION,
                        "blockCode",
                        World.BC02,
                        "reason",
                        "Fictif",
                        "withdrawnOn",
                        "2026-07-01"));
        await().untilAsserted(() -> assertThat(
                        World.get(CENTRE, path).path("violations").findValuesAsText("rule"))
                .containsExactly("R19"));
    }

    @Test
    void aResultThatIsVoidOpensNoSessionOfTheGraceYear() {
        ObjectNode snapshot = World.snapshot();
        String number = "RNCP91121";
        snapshot.put("number", number);
        snapshot.put("registrationEndsOn", "2026-12-31");
        World.publish(snapshot);
        World.approve(World.centre(), World.site(), number, "2026-12-31");
        String session = World.post(
                        CENTRE,
                        "/v1/sessions",
                        World.draft("TITLE", null, World.centre(), World.site(), LocalDate.of(2027, 2, 8), number))
                .path("id")
                .asText();
        World.move(CENTRE, "/v1/sessions/" + session + "/declaration", json());
        String candidate = World.candidate(CENTRE);
        String path = eligibility(session, candidate);
        assertThat(refusing(path)).containsExactly("R8", "R18");

        ObjectNode result = sample("ResultPublished.v1");
        ObjectNode annulled = sample("ResultAnnulled.v1");
        String enrolment = UUID.randomUUID().toString();
        for (ObjectNode told : List.of(result, annulled)) {
            told.put("candidateId", candidate).put("enrolmentId", enrolment).put("certificationNumber", number);
        }
        result.put("outcome", "FAILURE");
        KafkaProbe.tell("results", "parchemin.results", candidate, "ResultPublished", result);
        await().untilAsserted(() -> assertThat(refusing(path)).containsExactly("R18"));
        String id = UUID.randomUUID().toString();
        KafkaProbe.tell(id, "results", "parchemin.results", candidate, "ResultAnnulled", annulled);
        KafkaProbe.tell(id, "results", "parchemin.results", candidate, "ResultAnnulled", annulled);
        await().untilAsserted(() -> assertThat(refusing(path)).containsExactly("R8", "R18"));
    }

    @Test
    void aRecognisedBlockCountsUntilTheRecognitionEnds() {
        String candidate = World.candidate(CENTRE);
        String second = eligibility(World.declared("CCP", World.BC02), candidate);
        String first = eligibility(World.declared("CCP", World.BC01), candidate);
        ObjectNode recognised = sample("BlockRecognised.v1").put("candidateId", candidate);
        ObjectNode ended = sample("BlockRecognitionEnded.v1").put("candidateId", candidate);
        assertThat(refusing(second)).containsExactly("R19");
        // The end of what was never told changes nothing.
        KafkaProbe.tell("results", "parchemin.results", candidate, "BlockRecognitionEnded", ended);
        KafkaProbe.tell("results", "parchemin.results", candidate, "BlockRecognised", recognised);
        await().untilAsserted(() -> assertThat(refusing(second)).isEmpty());
        assertThat(refusing(first)).containsExactly("R27");

        KafkaProbe.tell("results", "parchemin.results", candidate, "BlockRecognitionEnded", ended);
        await().untilAsserted(() -> assertThat(refusing(second)).containsExactly("R19"));
        // Told again, it is older than the end.
        KafkaProbe.tell("results", "parchemin.results", candidate, "BlockRecognised", recognised);
        KafkaProbe.tell(
                "results",
                "parchemin.results",
                candidate,
                "BlockRecognised",
                recognised.deepCopy().put("blockCode", World.BC03));
        await().untilAsserted(() -> assertThat(refusing(second)).isEmpty());
        assertThat(refusing(first)).isEmpty();
    }

    private static String eligibility(String session, String candidate) {
        return "/v1/sessions/" + session + "/eligibility?candidateId=" + candidate + "&route=CONTINUING";
    }

    private static List<String> refusing(String eligibility) {
        return World.get(CENTRE, eligibility).path("violations").findValuesAsText("rule");
    }

    private static ObjectNode sample(String name) {
        return (ObjectNode) EventContract.read(EventContract.samples(name).getFirst());
    }

    @Test
    void aRecordEventHeardTwiceMovesTheSessionOnce() {
        String session = World.declared("TITLE", null);
        String eid = World.enrol(session, World.candidate(CENTRE));
        World.open(session);
        World.put(CENTRE, "/v1/sessions/" + session + "/enrolments/" + eid + "/attendance", json("status", "ABSENT"));
        World.move(CENTRE, "/v1/sessions/" + session + "/closure", json());
        String id = UUID.randomUUID().toString();
        var data = json(
                "recordId", UUID.randomUUID().toString(), "sessionId", session, "draftedAt", "2026-11-23T09:00:00Z");
        KafkaProbe.tell(id, "results", "parchemin.records", session, "RecordDrafted", data);
        KafkaProbe.tell(id, "results", "parchemin.records", session, "RecordDrafted", data);
        await().untilAsserted(() -> assertThat(World.get(CENTRE, "/v1/sessions/" + session)
                        .path("state")
                        .asText())
                .isEqualTo("RESULTS_ENTERED"));
        int version =
                World.get(CENTRE, "/v1/sessions/" + session).path("version").asInt();
        KafkaProbe.tell(id, "results", "parchemin.records", session, "RecordDrafted", data);
        // Another event of the same key, handled after the repeated one.
        KafkaProbe.tell(
                "results",
                "parchemin.records",
                session,
                "RecordSigned",
                json("recordId", UUID.randomUUID().toString(), "sessionId", session, "complete", true));
        await().untilAsserted(() -> assertThat(World.get(CENTRE, "/v1/sessions/" + session)
                        .path("state")
                        .asText())
                .isEqualTo("PV_SIGNED"));
        assertThat(World.get(CENTRE, "/v1/sessions/" + session).path("version").asInt())
                .isEqualTo(version + 1);
    }

    @Test
    void aSessionKeepsThePlanOfTheDayItsKitArrived() {
        ObjectNode snapshot = World.snapshot();
        String number = "RNCP" + (100_000 + Math.abs(UUID.randomUUID().hashCode() % 800_000));
        snapshot.put("number", number);
        World.publish(snapshot);
        World.approve(World.centre(), World.site(), number);
        String session = World.post(
                        CENTRE,
                        "/v1/sessions",
                        World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, number))
                .path("id")
                .asText();
        String path = "/v1/sessions/" + session;
        assertThat(World.move(CENTRE, path + "/declaration", json())
                        .path("planVersion")
                        .asInt())
                .isEqualTo(1);
        ((ObjectNode) snapshot.path("plan")).put("version", 2);
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationChanged", snapshot);
        awaitPlan(number, 2);
        assertThat(World.move(CENTRE, path + "/assessment-kit", World.kit())
                        .path("planVersion")
                        .asInt())
                .isEqualTo(2);
        World.put(CENTRE, path + "/situations", World.situations());

        // A third version calls the types otherwise: the kit that is there has those of the second.
        ObjectNode third = (ObjectNode) World.read(snapshot.toString().replace("ACTIVE_PRESENCE", "PRESENCE"));
        ((ObjectNode) third.path("plan")).put("version", 3);
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationChanged", third);
        awaitPlan(number, 3);
        World.replace(CENTRE, path + "/situations", World.situations());
        Map<String, Object> renamed =
                json("situations", List.of(json("code", "P1", "type", "PRESENCE", "label", "Fictive : gare")));
        String tag = World.as(CENTRE).get(path + "/situations").header("ETag");
        World.body(
                World.as(CENTRE)
                        .header("If-Match", tag)
                        .body(World.text(renamed))
                        .put(path + "/situations"),
                422);
    }

    /** Until a session that is declared is bound to this version of the plan. */
    private static void awaitPlan(String number, int version) {
        await().untilAsserted(() -> {
            String probe = World.post(
                            CENTRE,
                            "/v1/sessions",
                            World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, number))
                    .path("id")
                    .asText();
            assertThat(World.move(CENTRE, "/v1/sessions/" + probe + "/declaration", json())
                            .path("planVersion")
                            .asInt())
                    .isEqualTo(version);
        });
    }
}
