package fr.parchemin.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the rules forbid, what stays secret, what happens out of order and at the same time. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ResultsRulesTest extends JourneyBase {

    private static final String PLATFORM_2 = "35600000009075";

    @Test
    void keepsEveryResultSecretUntilTheNotification() {
        Candidate candidate = candidate("FICTIF-LAMBDA");
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of());
        session.presentFirstAid(candidate).close();
        awaitClosed(session);
        foundAble(candidate, "MSP", "ET", "QP", "EF");
        nothingShows(candidate, session);
        String record = draft(session);
        nothingShows(candidate, session);
        as("demo-platform").get("/v1/records/" + record).then().statusCode(403);
        as("demo-analyst").get("/v1/records/" + record).then().statusCode(403);
        as("demo-centre-2").get("/v1/records/" + record).then().statusCode(404);
        asJuror(3).get("/v1/records/" + record).then().statusCode(404);
        sign(record);
        as("demo-centre").post("/v1/records/" + record + "/submission").then().statusCode(200);
        nothingShows(candidate, session);

        List<KafkaProbe.Event> before = KafkaProbe.await(
                "parchemin.records", 8 + 1 + 2 + 1, e -> e.key().equals(session.id.toString()));
        EventContract.requireValid(before);
        assertThat(before).allSatisfy(e -> assertThat(e.data().toString())
                .doesNotContain(
                        "ACQUIRED", "AWARDED", "OBTAINED", "PARTIAL", "FAILURE", "outcome", "acquired", "title"));
        assertThat(KafkaProbe.read("parchemin.results"))
                .noneMatch(e -> e.key().equals(candidate.id().toString()));

        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200);
        nothingShows(candidate, session);
        String number = eventsOf(candidate, 12 + 3 + 1)
                .getLast()
                .data()
                .get("awardNumber")
                .textValue();
        as("demo-authority").get("/v1/awards/" + number).then().statusCode(404);
        verify(number, candidate.birthName(), candidate.bornOn()).body("authentic", equalTo(false));

        as("demo-centre").post("/v1/records/" + record + "/notification").then().statusCode(200);
        verify(number, candidate.birthName(), candidate.bornOn()).body("authentic", equalTo(true));
        as("demo-centre").post("/v1/records/" + record + "/notification").then().statusCode(409);
    }

    private static void nothingShows(Candidate candidate, ToldSession session) {
        for (String who : List.of("demo-platform", "demo-centre")) {
            as(who).queryParam("sessionId", session.id)
                    .get("/v1/results")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
            as(who).queryParam("candidateId", candidate.id())
                    .get("/v1/awards")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
            as(who).get("/v1/candidates/" + candidate.id() + "/booklet")
                    .then()
                    .statusCode(200)
                    .body("certifications", empty());
        }
        as("demo-platform")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(403);
        as("demo-analyst").get("/v1/results").then().statusCode(403);
    }

    @Test
    void numbersRecordsWithoutGaps() throws Exception {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            records.add(submittedBlock(Rncp37722.BC03, false, candidate("FICTIF-MU-" + (char) ('A' + i)), "QP"));
        }
        List<Callable<String>> asks = new ArrayList<>();
        records.forEach(r -> asks.add(() -> as("demo-authority")
                .post("/v1/records/" + r + "/validation")
                .then()
                .statusCode(200)
                .extract()
                .path("orderNumber")));
        List<Integer> numbers;
        try (ExecutorService several = Executors.newFixedThreadPool(5)) {
            numbers = several.invokeAll(asks).stream()
                    .map(JourneyBase::get)
                    .map(n -> Integer.parseInt(n.substring("2026-".length())))
                    .sorted()
                    .toList();
        }
        assertThat(numbers)
                .isEqualTo(IntStream.range(0, 5)
                        .map(i -> numbers.getFirst() + i)
                        .boxed()
                        .toList());
    }

    @Test
    void givesNoTitleThatLostABlockAndNoNumberForIt() {
        Candidate candidate = candidate("FICTIF-NU");
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of());
        session.presentFirstAid(candidate).close();
        awaitClosed(session);
        foundAble(candidate, "MSP", "ET", "EF");
        finding(1, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED")).statusCode(200);
        String first = submitted(session);
        int number = orderNumber(first);
        as("demo-authority")
                .post("/v1/records/" + first + "/notification")
                .then()
                .statusCode(200);

        Candidate again = candidate.again();
        String second = submittedBlock(Rncp37722.BC03, true, again, "QP", "EF");
        asJuror(1).get("/v1/records/" + second).then().body("candidates[0].decided.titleAwarded", equalTo(true));
        String block = as("demo-authority")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .extract()
                .path("items.find { it.blockCode == '" + Rncp37722.BC01 + "' }.number");
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive n° 2"))
                .post("/v1/awards/" + block + "/withdrawal")
                .then()
                .statusCode(200);
        as("demo-authority")
                .post("/v1/records/" + second + "/validation")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R98"));
        as("demo-authority")
                .get("/v1/records/" + second)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("orderNumber", equalTo(null));

        String other = submittedBlock(Rncp37722.BC03, false, candidate("FICTIF-XI"), "QP");
        assertThat(orderNumber(other)).isEqualTo(number + 1);
    }

    private static int orderNumber(String record) {
        String number = as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200)
                .extract()
                .path("orderNumber");
        return Integer.parseInt(number.substring("2026-".length()));
    }

    @Test
    void looksAtDecisionsAgainBeforeTheSignature() {
        Candidate candidate = candidate("FICTIF-OMICRON");
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, "MSP", "ET", "EF");
        String finding = finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED"))
                .statusCode(200)
                .extract()
                .header("ETag");
        finding(2, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED")).statusCode(200);
        String record = draft(session);
        // The first decision needs no If-Match.
        String before = decision(record, candidate, null, List.of(Rncp37722.BC01, Rncp37722.BC03), false)
                .statusCode(200)
                .body("candidates[0].decision.reasons", equalTo("Essai"))
                .body("candidates[0].decided.outcome", equalTo("PARTIAL_SUCCESS"))
                .extract()
                .header("ETag");
        asJuror(1)
                .header("If-None-Match", before)
                .get("/v1/records/" + record)
                .then()
                .statusCode(304);

        asJuror(1)
                .header("If-Match", finding)
                .body(Map.of("outcome", "NOT_ACQUIRED"))
                .put("/v1/assessments/" + candidate.enrolmentId() + "/QP")
                .then()
                .statusCode(200);
        String now = asJuror(1)
                .header("If-None-Match", before)
                .get("/v1/records/" + record)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        asJuror(1)
                .post("/v1/records/" + record + "/signatures")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R92", "R92", "R92"));
        decision(record, candidate, null, List.of(Rncp37722.BC01), false).statusCode(428);
        decision(record, candidate, before, List.of(Rncp37722.BC01), false).statusCode(412);
        decision(record, candidate, now, List.of(Rncp37722.BC01, "RNCP1BC01"), false)
                .statusCode(422)
                .body("violations.field", hasItem("/blocks"));
        decision(record, candidate, now, List.of(Rncp37722.BC01), false).statusCode(200);
        sign(record);
        decision(record, candidate, now, List.of(), false)
                .statusCode(409)
                .body("type", equalTo("https://parchemin.fr/problems/record-frozen"));
        assertThat(count("select count(*) from finding where event_code = 'QP' and enrolment_id = ?", candidate))
                .as("every version is kept")
                .isEqualTo(3);
    }

    private static ValidatableResponse decision(
            String record, Candidate candidate, @Nullable String ifMatch, List<String> blocks, boolean title) {
        var request = asJuror(2).body(Map.of("blocks", blocks, "grantTitle", title, "reasons", "Essai"));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/records/" + record + "/decisions/" + candidate.enrolmentId())
                .then();
    }

    @Test
    void leavesOutAJurorRecusedAfterRecording() {
        jurors = ToldSession.tellJurors(3);
        Candidate candidate = candidate("FICTIF-PI");
        Candidate absent = candidate("FICTIF-RHO");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of(absent));
        finding(1, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED")).statusCode(200);
        finding(2, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(200);
        session.recuse(jurors.getFirst(), candidate).close();
        await().untilAsserted(() -> finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED"))
                .statusCode(422)
                .body("violations.rule", contains("R55")));
        asJuror(1)
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(200)
                .body("items.events.recorded.flatten()", empty());
        String record = await().until(
                        () -> asJuror(2).body(Map.of("sessionId", session.id)).post("/v1/records"),
                        r -> r.statusCode() == 201)
                .path("id");
        asJuror(2).get("/v1/records/" + record).then().body(of(candidate) + "proposed.outcome", equalTo("AWARDED"));
        asJuror(1)
                .body(Map.of("blocks", List.of(), "grantTitle", false, "reasons", "Essai"))
                .put("/v1/records/" + record + "/decisions/" + candidate.enrolmentId())
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R55"));
        decision(record, absent, null, List.of(Rncp37722.BC03), true)
                .statusCode(422)
                .body("violations.rule", contains("R93"));
        for (int juror = 1; juror <= 3; juror++) {
            asJuror(juror)
                    .post("/v1/records/" + record + "/signatures")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo(juror < 3 ? "DRAFT" : "SIGNED"));
        }
    }

    @Test
    void needsTwoMembersForTheSessionAndForEachCandidate() {
        Candidate alone = candidate("FICTIF-SIGMA");
        ToldSession session = new ToldSession("CCP", Rncp37722.BC03, false, jurors);
        session.declare()
                .enrol(alone)
                .appointJury()
                .openWith(List.of(jurors.getFirst()))
                .attend(alone, "PRESENT")
                .recuse(jurors.get(1), alone)
                .close();
        awaitClosed(session);
        finding(1, alone, "QP", Map.of("outcome", "ACQUIRED")).statusCode(200);
        String record = draft(session);
        asJuror(1)
                .post("/v1/records/" + record + "/signatures")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R49", "R56"));
        asJuror(2)
                .body(Map.of("blocks", List.of(), "grantTitle", false, "reasons", "Essai"))
                .put("/v1/records/" + record + "/decisions/" + alone.enrolmentId())
                .then()
                .statusCode(422)
                .body("violations.rule", containsInAnyOrder("R55", "R49", "R49"));
    }

    @Test
    void printsTheIdentityOfTheDay() {
        Candidate candidate = candidate("FICTIF-TAU");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        Candidate corrected = new Candidate(candidate.id(), candidate.enrolmentId(), "FICTIF-UPSILON", "1990-01-01");
        ToldSession.tellIdentity(corrected, 2, ToldSession.PLATFORM);
        session.close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        String record = submitted(session);
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200);
        as("demo-centre")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(200)
                .body("candidates[0].name", equalTo("FICTIF-TAU Alex, Sam"))
                .body("candidates[0].identityVersion", equalTo(1));
        String number = as("demo-centre")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .body("items", hasSize(1))
                .body("items[0].holder", equalTo("FICTIF-TAU Alex, Sam"))
                .extract()
                .path("items[0].number");
        verify(number, "Fictif Tau", candidate.bornOn()).body("authentic", equalTo(true));
        verify(number, "Fictif Upsilon", "1990-01-01").body("authentic", equalTo(false));
    }

    @Test
    void judgesUnderThePlanThatTheSessionNames() {
        String number = "RNCP90001";
        tellCertification(number, 1, 30);
        tellCertification(number, 2, 45);
        for (int version : List.of(1, 2)) {
            Candidate candidate = candidate("FICTIF-PHI");
            ToldSession session = new ToldSession("TITLE", null, false, jurors)
                    .with("certificationNumber", number)
                    .with("planVersion", version)
                    .declare()
                    .enrol(candidate);
            await().untilAsserted(() -> as("demo-centre")
                    .queryParam("sessionId", session.id)
                    .get("/v1/assessments")
                    .then()
                    .statusCode(200)
                    .body("items[0].events.minutes", contains(30, 30, version == 1 ? 30 : 45, 20)));
        }
    }

    @Test
    void waitsForTheCertificationOfASession() {
        String number = "RNCP90002";
        Candidate candidate = candidate("FICTIF-CHI");
        ToldSession session = new ToldSession("TITLE", null, false, jurors)
                .with("certificationNumber", number)
                .declare()
                .enrol(candidate);
        ToldSession later = new ToldSession("TITLE", null, false, jurors).declare();
        // A session told later is there, so the first one waits and holds nothing back.
        await().untilAsserted(() -> as("demo-centre")
                .queryParam("sessionId", later.id)
                .get("/v1/assessments")
                .then()
                .statusCode(200));
        as("demo-centre")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(404);
        tellCertification(number, 1, 30);
        await().untilAsserted(() -> assessment(session, candidate).body("items", hasSize(1)));
    }

    private static void tellCertification(String number, int planVersion, int minutes) {
        KafkaProbe.tell(
                "referentiel",
                "parchemin.certifications",
                number,
                "CertificationChanged",
                Rncp37722.event(number, planVersion, minutes));
    }

    @Test
    void takesAnEventDeliveredTwiceOnce() {
        Candidate candidate = candidate("FICTIF-PSI");
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of());
        String first = UUID.randomUUID().toString();
        session.presentFirstAid(first, candidate, true)
                .presentFirstAid(UUID.randomUUID().toString(), candidate, false)
                .presentFirstAid(first, candidate, true)
                .close();
        awaitClosed(session);
        assessment(session, candidate)
                .body("items[0].documentChecks[0].presented", equalTo(true))
                .body("items[0].documentChecks[0].validOnExamDay", equalTo(false));
    }

    @Test
    void showsACandidateToThoseTheyConcern() {
        Candidate candidate = new Candidate(UUID.randomUUID(), UUID.randomUUID(), "FICTIF-OMEGA", "2001-02-03");
        ToldSession.tellIdentity(candidate, 1, PLATFORM_2);
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        validateAndNotify(record);
        String number = as("demo-authority")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .extract()
                .path("items[0].number");
        // The platform that trained, the one that entered, the centre that examined; not the other centre.
        Map<String, Integer> seen =
                Map.of("demo-platform", 1, "demo-platform-2", 1, "demo-centre", 1, "demo-centre-2", 0);
        seen.forEach((who, rows) -> {
            as(who).queryParam("candidateId", candidate.id())
                    .get("/v1/results")
                    .then()
                    .body("items", hasSize(rows));
            as(who).queryParam("candidateId", candidate.id())
                    .get("/v1/awards")
                    .then()
                    .body("items", hasSize(rows));
            as(who).get("/v1/awards/" + number).then().statusCode(rows == 1 ? 200 : 404);
            as(who).get("/v1/candidates/" + candidate.id() + "/booklet").then().statusCode(rows == 1 ? 200 : 404);
        });
        as("demo-platform")
                .queryParam("sessionId", UUID.randomUUID())
                .get("/v1/results")
                .then()
                .body("items", empty());
    }

    @Test
    void erasesWhoIsForgotten() {
        Candidate candidate = new Candidate(UUID.randomUUID(), UUID.randomUUID(), "FICTIF-DIGAMMA", "2001-02-03");
        ToldSession.tellIdentity(candidate, 1, PLATFORM_2);
        await().untilAsserted(() -> booklet(candidate).statusCode(200));
        KafkaProbe.send(
                "parchemin.identities",
                candidate.id().toString(),
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "fr.parchemin.Forgotten.v1",
                        "ce_source", "/parchemin/session",
                        "ce_time", "2026-11-23T10:00:00Z",
                        "ce_sequence", "9000000000000000000"),
                null);
        await().untilAsserted(() -> booklet(candidate).statusCode(404));
    }

    private static ValidatableResponse booklet(Candidate candidate) {
        return as("demo-platform-2")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then();
    }

    @Test
    void drawsUpNoRecordForWhatNoBlockIs() {
        Candidate candidate = candidate("FICTIF-STIGMA");
        ToldSession session = heldSession("CCS", null, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        as("demo-centre")
                .body(Map.of("sessionId", session.id))
                .post("/v1/records")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R4"));
    }

    @Test
    void drawsUpOneRecordHoweverManyAsk() throws Exception {
        Candidate candidate = candidate("FICTIF-KOPPA");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        List<Callable<Integer>> asks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int juror = 1 + i % 2;
            asks.add(() -> asJuror(juror)
                    .body(Map.of("sessionId", session.id))
                    .post("/v1/records")
                    .statusCode());
        }
        try (ExecutorService several = Executors.newFixedThreadPool(6)) {
            assertThat(several.invokeAll(asks).stream().map(JourneyBase::get))
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
        }
    }

    @Test
    void validatesOnceUnderOneKey() {
        Candidate candidate = candidate("FICTIF-SAMPI");
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        String key = UUID.randomUUID().toString();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            numbers.add(as("demo-authority")
                    .header("Idempotency-Key", key)
                    .post("/v1/records/" + record + "/validation")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("orderNumber"));
        }
        assertThat(numbers.getFirst()).isEqualTo(numbers.getLast()).isNotNull();
        as("demo-centre").post("/v1/records/" + record + "/notification").then().statusCode(200);
        assertThat(eventsOf(candidate, 3 + 1 + 1)).hasSize(5);
    }

    /** Who reads what changed since the last result seen must not miss one that took its time earlier and is seen later. */
    @Test
    void aSlowNotificationHoldsBackThoseAfterIt() throws Exception {
        String slow = submittedBlock(Rncp37722.BC03, false, candidate("FICTIF-DIGAMMA"), "QP");
        String quick = submittedBlock(Rncp37722.BC03, false, candidate("FICTIF-STIGMA"), "QP");
        for (String record : List.of(slow, quick)) {
            as("demo-authority")
                    .post("/v1/records/" + record + "/validation")
                    .then()
                    .statusCode(200);
        }
        try (ExecutorService two = Executors.newFixedThreadPool(2);
                Connection holder =
                        Arc.container().instance(DataSource.class).get().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select 1 from published_result where record_id = '%s' for update".formatted(slow));
            Future<Integer> first = two.submit(() -> notifyResults(slow));
            await().until(() -> {
                try (ResultSet waits = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                    return waits.next() && waits.getInt(1) > 0;
                }
            });
            Future<Integer> second = two.submit(() -> notifyResults(quick));
            try {
                assertThatThrownBy(() -> second.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            } finally {
                holder.rollback();
            }
            assertThat(first.get()).isEqualTo(200);
            assertThat(second.get()).isEqualTo(200);
        }
    }

    private static int notifyResults(String record) {
        return as("demo-centre").post("/v1/records/" + record + "/notification").statusCode();
    }

    @Test
    void letsEachRoleDoItsPartOnly() {
        Candidate candidate = candidate("FICTIF-HETA");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        String record = draft(session);
        Map<String, List<String>> forbidden = Map.of(
                "signatures", List.of("demo-centre", "demo-authority", "demo-platform", "demo-analyst"),
                "submission", List.of("demo-juror-1", "demo-authority", "demo-platform", "demo-analyst"),
                "validation", List.of("demo-juror-1", "demo-centre", "demo-platform", "demo-certifier"),
                "return", List.of("demo-juror-1", "demo-centre", "demo-platform", "demo-operator"),
                "notification", List.of("demo-juror-1", "demo-platform", "demo-analyst"));
        forbidden.forEach((verb, clients) -> {
            clients.forEach(client -> as(client)
                    .body(Map.of("reason", "Essai"))
                    .post("/v1/records/" + record + "/" + verb)
                    .then()
                    .statusCode(403));
            given().contentType(ContentType.JSON)
                    .post("/v1/records/" + record + "/" + verb)
                    .then()
                    .statusCode(401);
        });
        asJuror(3).post("/v1/records/" + record + "/signatures").then().statusCode(404);
        as("demo-centre-2").post("/v1/records/" + record + "/submission").then().statusCode(404);
        as("demo-centre-2")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(404);
        as("demo-authority")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(403);
        as("demo-analyst").get("/v1/awards").then().statusCode(403);
        as("demo-juror-1")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        as("demo-platform")
                .queryParam("since", "2026")
                .get("/v1/results")
                .then()
                .statusCode(400);
        as("demo-platform")
                .queryParam("candidateId", "x")
                .get("/v1/results")
                .then()
                .statusCode(400);
        as("demo-centre")
                .body(Map.of("sessionId", UUID.randomUUID(), "draft", true))
                .post("/v1/records")
                .then()
                .statusCode(400)
                .body("violations.field", contains("/draft"));
        as("demo-centre").body("{").post("/v1/records").then().statusCode(400);
        as("demo-centre").body(Map.of()).post("/v1/records").then().statusCode(400);
        as("demo-centre")
                .body(Map.of("sessionId", UUID.randomUUID()))
                .post("/v1/records")
                .then()
                .statusCode(404)
                .body("traceId", notNullValue());
        given().contentType(ContentType.JSON)
                .body(Map.of("number", "PAR-2026-00000000-0", "birthName", "X", "bornOn", "2001-02-03", "sex", "F"))
                .post("/v1/verifications")
                .then()
                .statusCode(400);
        as("demo-authority").get("/v1/awards/PAR-2026-00000000-0").then().statusCode(404);
    }

    @Test
    void refusesWhoWasAbsentFromAnEventAnythingThere() {
        Candidate candidate = candidate("FICTIF-SAN");
        heldSession("TITLE", null, false, List.of(candidate), List.of());
        finding(
                        1,
                        candidate,
                        "QP",
                        Map.of(
                                "outcome",
                                "ABSENT",
                                "competences",
                                List.of(Map.of("code", Rncp37722.BC03 + "-C1", "acquired", true))))
                .statusCode(422)
                .body("violations.rule", hasItems("R91"))
                .body("violations.rule", everyItem(not(equalTo("R85"))));
    }

    private static long count(String query, Candidate candidate) {
        DataSource database = Arc.container().instance(DataSource.class).get();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, candidate.enrolmentId());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
