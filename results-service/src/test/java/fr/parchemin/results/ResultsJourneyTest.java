package fr.parchemin.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** From the findings to the verification, over HTTP, on real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ResultsJourneyTest extends JourneyBase {

    @Inject
    DataSource database;

    @Test
    void leadsToTheTitleToThePartialSuccessAndToTheAbsence() {
        Candidate able = candidate("FICTIF-ALPHA");
        Candidate noFirstAid = candidate("FICTIF-BÉTA");
        Candidate absent = candidate("FICTIF-GAMMA");
        ToldSession session = heldSession("TITLE", null, false, List.of(able, noFirstAid), List.of(absent));
        session.presentFirstAid(able).close();
        awaitClosed(session);
        foundAble(able, "MSP", "ET", "QP", "EF");
        foundAble(noFirstAid, "MSP", "ET", "QP", "EF");

        String record = draft(session);
        asJuror(1)
                .get("/v1/records/" + record)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("candidates.size()", equalTo(3))
                .body(of(able) + "proposed.outcome", equalTo("AWARDED"))
                .body(of(able) + "proposed.titleAwarded", equalTo(true))
                .body(of(noFirstAid) + "proposed.outcome", equalTo("PARTIAL_SUCCESS"))
                .body(of(noFirstAid) + "proposed.blocks.result", contains("OBTAINED", "NOT_OBTAINED", "OBTAINED"))
                .body(of(noFirstAid) + "proposed.blocks[1].reasons", hasSize(1))
                .body(of(absent) + "proposed.outcome", equalTo("ABSENT"));
        validate(record);
        String order = as("demo-authority")
                .get("/v1/records/" + record)
                .then()
                .extract()
                .path("orderNumber");
        assertThat(order).matches("\\d{4}-\\d{6}");

        // R111: nothing shows before the notification.
        as("demo-platform")
                .queryParam("candidateId", able.id())
                .get("/v1/results")
                .then()
                .body("items", empty());
        as("demo-platform")
                .queryParam("candidateId", able.id())
                .get("/v1/awards")
                .then()
                .body("items", empty());
        as("demo-platform")
                .get("/v1/candidates/" + able.id() + "/booklet")
                .then()
                .statusCode(200)
                .body("certifications", empty());

        as("demo-centre")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(200)
                .body("state", equalTo("NOTIFIED"));
        as("demo-platform")
                .queryParam("sessionId", session.id)
                .get("/v1/results")
                .then()
                .statusCode(200)
                .body("items.outcome", containsInAnyOrder("AWARDED", "PARTIAL_SUCCESS", "ABSENT"));
        as("demo-platform-2")
                .queryParam("sessionId", session.id)
                .get("/v1/results")
                .then()
                .body("items", empty());
        as("demo-platform")
                .get("/v1/candidates/" + noFirstAid.id() + "/booklet")
                .then()
                .statusCode(200)
                .body("certifications[0].blocks.code", contains(Rncp37722.BC01, Rncp37722.BC03))
                .body("certifications[0].missingBlocks", contains(Rncp37722.BC02))
                .body("certifications[0].titleAward", nullValue());
        as("demo-platform-2")
                .get("/v1/candidates/" + able.id() + "/booklet")
                .then()
                .statusCode(404);

        List<KafkaProbe.Event> told = eventsOf(able, 5 + 4 + 3 + 3 + 1 + 1);
        EventContract.requireValid(told);
        assertThat(told.stream().map(KafkaProbe.Event::name).distinct())
                .containsExactly("CompetenceValidated", "BlockAwarded", "TitleAwarded", "ResultPublished");
        assertThat(eventsOf(noFirstAid, 5 + 3 + 3 + 2 + 1).stream()
                        .filter(e -> e.name().equals("CompetenceValidated"))
                        .map(e -> e.data().get("competenceCode").textValue()))
                .hasSize(11)
                .doesNotContain(Rncp37722.FIRST_AID);
        assertThat(eventsOf(absent, 1))
                .singleElement()
                .satisfies(e -> assertThat(e.data().get("outcome").textValue()).isEqualTo("ABSENT"));
        EventContract.requireValid(KafkaProbe.read("parchemin.records").stream()
                .filter(e -> e.key().equals(session.id.toString()))
                .toList());

        // The second candidate completes the title by the missing block.
        ToldSession second = heldSession("CCP", Rncp37722.BC02, true, List.of(noFirstAid.again()), List.of());
        Candidate again = lastEnrolled;
        second.presentFirstAid(again).close();
        awaitClosed(second);
        foundAble(again, "MSP", "ET", "EF");
        String secondRecord = draft(second);
        validate(secondRecord);
        as("demo-authority")
                .post("/v1/records/" + secondRecord + "/notification")
                .then()
                .statusCode(200);
        as("demo-platform")
                .get("/v1/candidates/" + noFirstAid.id() + "/booklet")
                .then()
                .statusCode(200)
                .body("certifications[0].missingBlocks", empty())
                .body("certifications[0].titleAward.obtainedBy", equalTo("CAPITALISATION"));
        // The first record still says what was signed.
        asJuror(1)
                .get("/v1/records/" + record)
                .then()
                .body(of(noFirstAid) + "decided.titleAwarded", equalTo(false))
                .body(of(noFirstAid) + "decided.outcome", equalTo("PARTIAL_SUCCESS"));

        for (Candidate holder : List.of(able, noFirstAid)) {
            String number = titleOf(holder);
            verify(number.toLowerCase(), "fictif " + holder.birthName().substring("FICTIF-".length()), holder.bornOn())
                    .body("authentic", equalTo(true))
                    .body("award.kind", equalTo("TITLE"))
                    .body("award.certificationNumber", equalTo(Rncp37722.NUMBER))
                    .body("award.state", equalTo("IN_FORCE"));
            String wrongDate =
                    verify(number, holder.birthName(), "1999-01-01").extract().asString();
            String unknown = verify("PAR-2026-00000000-0", holder.birthName(), holder.bornOn())
                    .extract()
                    .asString();
            assertThat(wrongDate).isEqualTo(unknown).isEqualTo("{\"authentic\":false}");
        }
        as("demo-centre")
                .get("/v1/awards/" + titleOf(able))
                .then()
                .statusCode(200)
                .body("holder", equalTo("FICTIF-ALPHA Alex, Sam"));
        as("demo-centre-2").get("/v1/awards/" + titleOf(able)).then().statusCode(404);

        as("demo-authority")
                .body(Map.of("reason", "Décision fictive n° 1"))
                .post("/v1/awards/" + titleOf(able) + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        verify(titleOf(able), able.birthName(), able.bornOn()).body("award.state", equalTo("WITHDRAWN"));
        KafkaProbe.await(
                "parchemin.results",
                1,
                e -> e.name().equals("AwardWithdrawn")
                        && e.key().equals(able.id().toString()));
    }

    /** R15: a feed that gives the title another block meanwhile changes nothing for a session declared before. */
    @Test
    void judgesByTheBlocksThatTheSessionWasDeclaredWith() throws SQLException {
        String number = "RNCP91002";
        Map<String, Object> title = new TreeMap<>(Rncp37722.event(number, 1, 30));
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationPublished", title);
        Candidate candidate = candidate("FICTIF-BLOC-NOUVEAU");
        ToldSession session = heldSession(
                new ToldSession("TITLE", null, false, jurors).with("certificationNumber", number),
                List.of(candidate),
                List.of());
        session.presentFirstAid(candidate).close();
        awaitClosed(session);
        foundAble(candidate, "MSP", "ET", "QP", "EF");
        title.put(
                "blocks",
                Stream.concat(
                                ((List<?>) Objects.requireNonNull(title.get("blocks")))
                                        .stream().skip(1),
                                Stream.of(Map.of(
                                        "code",
                                        "RNCP91002BC04",
                                        "label",
                                        "Bloc fictif nouveau",
                                        "competences",
                                        List.of())))
                        .toList());
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationChanged", title);
        await().until(() -> lastBlockOf(number), "RNCP91002BC04"::equals);

        asJuror(1)
                .get("/v1/records/" + draft(session))
                .then()
                .statusCode(200)
                .body("candidates[0].proposed.blocks.code", contains(Rncp37722.BC01, Rncp37722.BC02, Rncp37722.BC03))
                .body("candidates[0].proposed.outcome", equalTo("AWARDED"));
    }

    private String lastBlockOf(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select blocks -> -1 ->> 'code' from certification_sheet where number = '" + number + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void refusesFindingsThatTheRulesForbid() {
        Candidate candidate = candidate("FICTIF-DELTA");
        Candidate absent = candidate("FICTIF-EPSILON");
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of(absent));
        session.recuse(jurors.getFirst(), candidate);
        await().untilAsserted(() -> finding(1, candidate, "MSP", Map.of("outcome", "ACQUIRED"))
                .statusCode(422)
                .body("violations.rule", hasItem("R55")));

        finding(
                        2,
                        candidate,
                        "ET",
                        Map.of(
                                "outcome",
                                "ACQUIRED",
                                "competences",
                                List.of(
                                        Map.of("code", Rncp37722.FIRST_AID, "acquired", true),
                                        Map.of("code", "RNCP37722BC03-C1", "acquired", true))))
                .statusCode(422)
                .body("violations.rule", hasItem("R85"))
                .body("violations.field", hasItem("/competences/1/code"));
        finding(2, absent, "MSP", Map.of("outcome", "ACQUIRED"))
                .statusCode(409)
                .body("type", equalTo("https://parchemin.fr/problems/candidate-not-present"));
        finding(2, candidate, "XX", Map.of("outcome", "ACQUIRED")).statusCode(404);
        finding(2, candidate, "MSP", Map.of("outcome", "GOOD"))
                .statusCode(400)
                .body("violations[0].field", equalTo("/outcome"));
        finding(2, candidate, "MSP", Map.of("outcome", "ACQUIRED", "mark", 18))
                .statusCode(400)
                .body("violations[0].field", equalTo("/mark"));
        finding(3, candidate, "MSP", Map.of("outcome", "ACQUIRED")).statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("outcome", "ACQUIRED"))
                .put("/v1/assessments/" + candidate.enrolmentId() + "/MSP")
                .then()
                .statusCode(401);
        as("demo-platform")
                .body(Map.of("outcome", "ACQUIRED"))
                .put("/v1/assessments/" + candidate.enrolmentId() + "/MSP")
                .then()
                .statusCode(403);
        as("demo-centre-2")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(404);
        as("demo-centre")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(200)
                .body("items.events.recorded.flatten()", empty());
    }

    @Test
    void keepsEveryVersionOfAFindingAndNeedsTheLatestToCorrectIt() {
        Candidate candidate = candidate("FICTIF-ZETA");
        heldSession("TITLE", null, false, List.of(candidate), List.of());
        String first = await().until(
                        () -> finding(1, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED"))
                                .extract(),
                        r -> r.statusCode() == 200)
                .header("ETag");
        finding(1, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED"))
                .statusCode(200)
                .header("ETag", first)
                .body("version", equalTo(1));
        finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(428);
        asJuror(1)
                .header("If-Match", first)
                .body(Map.of("outcome", "ACQUIRED"))
                .put("/v1/assessments/" + candidate.enrolmentId() + "/QP")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        asJuror(1)
                .header("If-Match", first)
                .body(Map.of("outcome", "ABSENT"))
                .put("/v1/assessments/" + candidate.enrolmentId() + "/QP")
                .then()
                .statusCode(412);
        asJuror(1)
                .get("/v1/assessments/" + candidate.enrolmentId() + "/QP")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACQUIRED"));
    }

    @Test
    void letsTheJurySettleWhatItsMembersSawDifferentlyAndNothingElse() {
        Candidate candidate = candidate("FICTIF-ETA");
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        as("demo-centre")
                .body(Map.of("sessionId", session.id))
                .post("/v1/records")
                .then()
                .statusCode(422)
                .body("violations.rule", hasItem("R76"));
        foundAble(candidate, "MSP", "ET", "EF");
        finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(200);
        finding(2, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED")).statusCode(200);
        String record = draft(session);
        String etag = asJuror(1)
                .get("/v1/records/" + record)
                .then()
                .body("candidates[0].proposed.blocks.result", contains("OBTAINED", "NOT_OBTAINED", "NOT_OBTAINED"))
                .extract()
                .header("ETag");

        asJuror(1)
                .header("If-Match", etag)
                .body(Map.of(
                        "blocks",
                        List.of(Rncp37722.BC01, Rncp37722.BC02, Rncp37722.BC03),
                        "grantTitle",
                        true,
                        "reasons",
                        "Essai"))
                .put("/v1/records/" + record + "/decisions/" + candidate.enrolmentId())
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R86"));
        asJuror(1)
                .header("If-Match", "\"stale\"")
                .body(Map.of("blocks", List.of(), "grantTitle", false, "reasons", "Essai"))
                .put("/v1/records/" + record + "/decisions/" + candidate.enrolmentId())
                .then()
                .statusCode(412);
        asJuror(1)
                .header("If-Match", etag)
                .body(Map.of(
                        "blocks",
                        List.of(Rncp37722.BC01, Rncp37722.BC03),
                        "grantTitle",
                        false,
                        "reasons",
                        "Production convaincante"))
                .put("/v1/records/" + record + "/decisions/" + candidate.enrolmentId())
                .then()
                .statusCode(200)
                .body("candidates[0].decided.blocks.result", contains("OBTAINED", "NOT_OBTAINED", "OBTAINED"));

        asJuror(1)
                .post("/v1/records/" + record + "/signatures")
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"));
        asJuror(1).post("/v1/records/" + record + "/signatures").then().statusCode(409);
        finding(1, candidate, "EF", Map.of("outcome", "NOT_ACQUIRED"))
                .statusCode(409)
                .body("type", equalTo("https://parchemin.fr/problems/record-frozen"));
        as("demo-centre").post("/v1/records/" + record + "/submission").then().statusCode(409);
        asJuror(2)
                .post("/v1/records/" + record + "/signatures")
                .then()
                .statusCode(200)
                .body("state", equalTo("SIGNED"));
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(409);
        as("demo-centre").post("/v1/records/" + record + "/submission").then().statusCode(200);
        as("demo-authority")
                .body(Map.of("reason", "Pièce manquante"))
                .post("/v1/records/" + record + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
    }

    @Test
    void showsATitleBeforeTheBlocksItStandsOnAreNotified() {
        Candidate candidate = candidate("FICTIF-OMÉGA");
        ToldSession first = heldSession("TITLE", null, false, List.of(candidate), List.of());
        first.close();
        awaitClosed(first);
        foundAble(candidate, "MSP", "ET", "QP", "EF");
        validate(draft(first));
        ToldSession second = heldSession("CCP", Rncp37722.BC02, true, List.of(candidate.again()), List.of());
        Candidate again = lastEnrolled;
        second.presentFirstAid(again).close();
        awaitClosed(second);
        foundAble(again, "MSP", "ET", "EF");
        String completing = draft(second);
        validate(completing);
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .statusCode(200)
                .body("certifications", empty());
        as("demo-authority")
                .post("/v1/records/" + completing + "/notification")
                .then()
                .statusCode(200);
        String title = titleOf(candidate);
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].titleAward.awardNumber", equalTo(title))
                .body("certifications[0].missingBlocks", empty())
                .body("certifications[0].lapses", empty())
                // The certificates of the others are not notified.
                .body("certifications[0].blocks.findAll { it.awardNumber != null }.code", contains(Rncp37722.BC02));

        first.annul();
        await().untilAsserted(() ->
                verify(title, candidate.birthName(), candidate.bornOn()).body("award.state", equalTo("WITHDRAWN")));
        // What was never notified is not called lapsed either.
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].titleAward", nullValue())
                .body("certifications[0].blocks.code", contains(Rncp37722.BC02))
                .body("certifications[0].lapses.cause", contains("GROUND_LOST"))
                .body("certifications[0].lapses.since", contains("2027-01-15"));
    }

    @Test
    void validatesOnceHoweverManyAsk() throws Exception {
        Candidate candidate = candidate("FICTIF-THETA");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        String record = draft(session);
        sign(record);
        as("demo-centre").post("/v1/records/" + record + "/submission").then().statusCode(200);
        Callable<Integer> ask = () -> as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .statusCode();
        try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = several.invokeAll(Collections.nCopies(8, ask)).stream()
                    .map(ResultsJourneyTest::get)
                    .toList();
            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        }
        assertThat(eventsOf(candidate, 4)).hasSize(4);
    }

    @Test
    void waitsForWhatComesLateAndTakesEachEventOnce() {
        Candidate candidate = new Candidate(UUID.randomUUID(), UUID.randomUUID(), "FICTIF-IOTA", "2001-02-03");
        ToldSession session = new ToldSession("TITLE", null, false, jurors);
        session.declare()
                .enrol(candidate)
                .appointJury()
                .open()
                .attend(candidate, "PRESENT")
                .presentFirstAid(candidate);
        await().pollDelay(Duration.ofMillis(300))
                .untilAsserted(() -> assessment(session, candidate).body("items[0].attendance", nullValue()));
        ToldSession.tellIdentity(candidate);
        await().untilAsserted(() -> assessment(session, candidate)
                .body("items[0].attendance", equalTo("PRESENT"))
                .body("items[0].candidateName", equalTo("FICTIF-IOTA Alex, Sam"))
                .body("items[0].documentChecks[0].validOnExamDay", equalTo(true)));
    }

    @Test
    void answersTwiceTheSameToTheSameKey() {
        Candidate candidate = candidate("FICTIF-KAPPA");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        String key = UUID.randomUUID().toString();
        String first = as("demo-centre")
                .header("Idempotency-Key", key)
                .body(Map.of("sessionId", session.id))
                .post("/v1/records")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("demo-centre")
                .header("Idempotency-Key", key)
                .body(Map.of("sessionId", session.id))
                .post("/v1/records")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        as("demo-centre")
                .header("Idempotency-Key", key)
                .body(Map.of("sessionId", UUID.randomUUID()))
                .post("/v1/records")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://parchemin.fr/problems/idempotency-key-reused"));
        as("demo-centre")
                .body(Map.of("sessionId", session.id))
                .post("/v1/records")
                .then()
                .statusCode(409);
    }
}
