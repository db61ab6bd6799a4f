package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Records are corrected by records, sessions are annulled, awards withdrawn: every effect is undone, none is forgotten. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class RectificationTest extends JourneyBase {

    @Inject
    DataSource database;

    /** A session titre up to the notification: the candidate has BC01 and BC03, the certificate was not looked at. */
    private String notifiedWithoutCertificate(ToldSession session, Candidate candidate) {
        session.close();
        awaitClosed(session);
        foundAble(candidate, "MSP", "ET", "QP", "EF");
        String record = submitted(session);
        validateAndNotify(record);
        return record;
    }

    private String rectify(String client, String record, int status) {
        return as(client)
                .body(Map.of("reason", "Certificat fictif présenté et non relevé"))
                .post("/v1/records/" + record + "/rectification")
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }

    @Test
    void replacesWhatASignedRecordSaysByARecordOfItsOwn() {
        Candidate candidate = candidate("FICTIF-RECTIF");
        ToldSession session = heldSession("TITLE", null, false, List.of(candidate), List.of());
        String record = notifiedWithoutCertificate(session, candidate);
        Map<String, String> before = numbers(candidate);
        assertThat(before).containsOnlyKeys(Rncp37722.BC01, Rncp37722.BC03);
        finding(1, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED")).statusCode(409);
        session.presentFirstAid(candidate);

        rectify("demo-centre", record, 403);
        String second = rectify("demo-authority", record, 201);
        rectify("demo-authority", record, 409);
        as("demo-authority")
                .get("/v1/records/" + record)
                .then()
                .body("correctedBy", equalTo(second))
                .body("state", equalTo("NOTIFIED"));
        await().untilAsserted(() -> asJuror(1)
                .get("/v1/records/" + second)
                .then()
                .statusCode(200)
                .body("corrects", equalTo(record))
                .body("correctionReason", equalTo("Certificat fictif présenté et non relevé"))
                .body("candidates[0].proposed.titleAwarded", equalTo(true)));
        // A finding can be corrected while the rectifying record is drawn up: here BC03 turns out not to be acquired.
        for (int juror = 1; juror <= 2; juror++) {
            String etag = asJuror(juror)
                    .get("/v1/assessments/" + candidate.enrolmentId() + "/QP")
                    .header("ETag");
            asJuror(juror)
                    .header("If-Match", etag)
                    .body(Map.of("outcome", "NOT_ACQUIRED"))
                    .put("/v1/assessments/" + candidate.enrolmentId() + "/QP")
                    .then()
                    .statusCode(200);
        }
        sign(second);
        as("demo-centre").post("/v1/records/" + second + "/submission").then().statusCode(200);
        // Until it is validated, what was signed first counts.
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].blocks.code", contains(Rncp37722.BC01, Rncp37722.BC03));
        String order = as("demo-authority")
                .post("/v1/records/" + second + "/validation")
                .then()
                .statusCode(200)
                .extract()
                .path("orderNumber");
        as("demo-authority")
                .get("/v1/records/" + record)
                .then()
                .body("state", equalTo("RECTIFIED"))
                .body("rectifiedAt", notNullValue());
        as("demo-authority")
                .post("/v1/records/" + second + "/notification")
                .then()
                .statusCode(200);

        Map<String, String> after = numbers(candidate);
        assertThat(after).containsOnlyKeys(Rncp37722.BC01, Rncp37722.BC02);
        assertThat(after.get(Rncp37722.BC01)).isEqualTo(before.get(Rncp37722.BC01));
        as("demo-authority")
                .get("/v1/awards/" + before.get(Rncp37722.BC03))
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawalCause", equalTo("RECTIFIED"));
        as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/results")
                .then()
                .body("items", hasSize(1))
                .body("items[0].blocks.result", contains("OBTAINED", "OBTAINED", "NOT_OBTAINED"));
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].blocks.code", contains(Rncp37722.BC01, Rncp37722.BC02))
                .body("certifications[0].lapses.cause", containsInAnyOrder("RECTIFIED", "RECTIFIED"));

        List<KafkaProbe.Event> told = eventsOf(candidate, 11 + 2 + 1 + 3 + 1 + 1 + 1 + 1);
        EventContract.requireValid(told);
        assertThat(told.stream().skip(14).map(KafkaProbe.Event::name).distinct())
                .containsExactly(
                        "CompetenceWithdrawn",
                        "CompetenceValidated",
                        "AwardWithdrawn",
                        "BlockAwarded",
                        "ResultPublished");
        assertThat(told.stream()
                        .filter(e -> e.name().equals("AwardWithdrawn"))
                        .map(e -> e.data().get("reason").textValue()))
                .containsExactly("Rectifying record " + order + ": Certificat fictif présenté et non relevé");
    }

    /** R118: a record that is rectified for somebody else brings nothing back that a decision withdrew. */
    @Test
    void leavesWithdrawnWhatADecisionWithdrew() {
        Candidate rectified = candidate("FICTIF-RECTIFIÉ");
        Candidate withoutTitle = candidate("FICTIF-RETRAIT-TITRE");
        Candidate withoutBlock = candidate("FICTIF-RETRAIT-BLOC");
        ToldSession session =
                heldSession("TITLE", null, false, List.of(rectified, withoutTitle, withoutBlock), List.of());
        session.presentFirstAid(withoutTitle).presentFirstAid(withoutBlock).close();
        awaitClosed(session);
        for (Candidate each : List.of(rectified, withoutTitle, withoutBlock)) {
            foundAble(each, "MSP", "ET", "QP", "EF");
        }
        String record = submitted(session);
        validateAndNotify(record);
        Map<String, String> kept = numbers(withoutTitle);
        withdraw(titleOf(withoutTitle));
        withdraw(Objects.requireNonNull(numbers(withoutBlock).get(Rncp37722.BC03)));

        session.presentFirstAid(rectified);
        String second = rectify("demo-authority", record, 201);
        await().untilAsserted(() -> asJuror(1)
                .get("/v1/records/" + second)
                .then()
                .body(of(rectified) + "proposed.titleAwarded", equalTo(true)));
        validate(second);
        as("demo-authority")
                .post("/v1/records/" + second + "/notification")
                .then()
                .statusCode(200);

        assertThat(states(rectified, "TITLE")).containsExactly("IN_FORCE");
        assertThat(states(withoutTitle, "TITLE")).containsExactly("WITHDRAWN");
        assertThat(numbers(withoutTitle)).isEqualTo(kept);
        assertThat(states(withoutBlock, "TITLE")).containsExactly("WITHDRAWN");
        assertThat(numbers(withoutBlock)).containsOnlyKeys(Rncp37722.BC01, Rncp37722.BC02);
        as("demo-platform")
                .get("/v1/candidates/" + withoutBlock.id() + "/booklet")
                .then()
                .body("certifications[0].blocks.code", contains(Rncp37722.BC01, Rncp37722.BC02))
                .body("certifications[0].titleAward", nullValue());
        // Competences, blocks, title and result; what was withdrawn; the result once more.
        assertThat(names(withoutTitle, 12 + 3 + 1 + 1 + 1 + 1))
                .containsOnlyOnce("TitleAwarded", "AwardWithdrawn")
                .endsWith("AwardWithdrawn", "ResultPublished");
        assertThat(names(withoutBlock, 12 + 3 + 1 + 1 + 2 + 1))
                .containsOnlyOnce("TitleAwarded")
                .endsWith("AwardWithdrawn", "AwardWithdrawn", "ResultPublished");
    }

    /** The first place is a day ahead of the second one at any hour: there the blocks are obtained tomorrow. */
    @Test
    void awardsATitleFromTheDayOnWhichItsLastBlockIsHeld() {
        Candidate candidate = candidate("FICTIF-ANTIPODES");
        ToldSession first = heldSession(
                new ToldSession("TITLE", null, false, jurors).with("timeZone", "Pacific/Kiritimati"),
                List.of(candidate),
                List.of());
        notifiedWithoutCertificate(first, candidate);
        Candidate again = candidate.again();
        ToldSession second = heldSession(
                new ToldSession("CCP", Rncp37722.BC02, true, jurors).with("timeZone", "Etc/GMT+12"),
                List.of(again),
                List.of());
        second.presentFirstAid(again).close();
        awaitClosed(second);
        foundAble(again, "MSP", "ET", "EF");
        String completing = submitted(second);
        validateAndNotify(completing);

        assertThat(states(candidate, "TITLE")).containsExactly("IN_FORCE");
        JsonPath awards = as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .jsonPath();
        assertThat(awards.getString("items.find { it.kind == 'TITLE' }.awardedOn"))
                .isEqualTo(awards.getString("items.find { it.blockCode == '" + Rncp37722.BC01 + "' }.awardedOn"))
                .isGreaterThan(awards.getString("items.find { it.blockCode == '" + Rncp37722.BC02 + "' }.awardedOn"));
    }

    @Test
    void correctsAReturnedRecordWithoutTheAuthority() {
        Candidate candidate = candidate("FICTIF-RETOUR");
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        as("demo-authority")
                .body(Map.of("reason", "Annexe fictive manquante"))
                .post("/v1/records/" + record + "/return")
                .then()
                .statusCode(200);
        String second = rectify("demo-centre", record, 201);
        validate(second);
        as("demo-authority")
                .get("/v1/records/" + record)
                .then()
                .body("state", equalTo("RECTIFIED"))
                .body("orderNumber", nullValue());
        assertThat(eventsOf(candidate, 4)).hasSize(4);
    }

    @Test
    void undoesEverythingThatAnAnnulledSessionGave() {
        Candidate candidate = candidate("FICTIF-ANNUL");
        ToldSession first = heldSession("TITLE", null, false, List.of(candidate), List.of());
        String record = notifiedWithoutCertificate(first, candidate);
        String[] held = numbers(candidate).values().toArray(String[]::new);
        // The missing block, the final interview and with them the title at another session.
        ToldSession second = heldSession("CCP", Rncp37722.BC02, true, List.of(candidate.again()), List.of());
        Candidate again = lastEnrolled;
        second.presentFirstAid(again).close();
        awaitClosed(second);
        foundAble(again, "MSP", "ET", "EF");
        String completing = submitted(second);
        validateAndNotify(completing);
        String title = titleOf(candidate);
        verify(title, candidate.birthName(), candidate.bornOn()).body("award.state", equalTo("IN_FORCE"));

        first.annul();
        await().untilAsserted(() ->
                verify(title, candidate.birthName(), candidate.bornOn()).body("award.state", equalTo("WITHDRAWN")));
        for (String number : held) {
            as("demo-authority")
                    .get("/v1/awards/" + number)
                    .then()
                    .body("withdrawalCause", equalTo("ANNULLED"))
                    .body("withdrawnOn", equalTo("2027-01-15"));
        }
        as("demo-authority").get("/v1/awards/" + title).then().body("withdrawalCause", equalTo("GROUND_LOST"));
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].blocks.code", contains(Rncp37722.BC02))
                .body("certifications[0].titleAward", nullValue())
                .body("certifications[0].lapses.cause", containsInAnyOrder("ANNULLED", "ANNULLED", "GROUND_LOST"));
        as("demo-platform")
                .queryParam("sessionId", first.id)
                .get("/v1/results")
                .then()
                .body("items[0].annulledOn", equalTo("2027-01-15"));
        // The record stays as signed and goes nowhere from here.
        as("demo-authority").get("/v1/records/" + record).then().statusCode(200).body("state", equalTo("NOTIFIED"));
        rectify("demo-authority", record, 409);
        List<KafkaProbe.Event> told = eventsOf(candidate, 14 + 7 + 11 + 3 + 1);
        EventContract.requireValid(told);
        assertThat(told.stream()
                        .filter(e -> e.name().equals("AwardWithdrawn"))
                        .map(e -> e.data().get("cause").textValue()))
                .containsExactly("GROUND_LOST", "ANNULLED", "ANNULLED");
        assertThat(told.getLast().name()).isEqualTo("ResultAnnulled");
    }

    @Test
    void validatesNothingOfAnAnnulledSession() {
        Candidate candidate = candidate("FICTIF-ANNUL-TÔT");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        foundAble(candidate, "QP");
        String record = submitted(session);
        session.annul();
        await().untilAsserted(() ->
                finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(409));
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://parchemin.fr/problems/session-annulled"));
    }

    /** Cancelled by mistake and taken up again: it is examined and judged as any other. */
    @Test
    void judgesASessionWhoseCancellationWasUndone() throws Exception {
        Candidate candidate = candidate("FICTIF-REPRISE");
        ToldSession session = new ToldSession("CCP", Rncp37722.BC03, false, jurors)
                .declare()
                .enrol(candidate)
                .appointJury()
                .cancel();
        String cancelled = "select count(*) from exam_session where cancelled and id = '" + session.id + "'";
        await().untilAsserted(() -> assertThat(scalar(cancelled)).isEqualTo("1"));
        session.resume();
        await().untilAsserted(() -> assertThat(scalar(cancelled)).isEqualTo("0"));
        session.open().attend(candidate, "PRESENT");
        await().untilAsserted(() ->
                finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(200));
        finding(2, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(200);
        // As it was kept where the resumption had gone unheard.
        execute("update exam_session set cancelled = true where id = '" + session.id + "'");
        finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(409);
        try (InputStream migration =
                RectificationTest.class.getResourceAsStream("/db/migration/V16__resumed_sessions.sql")) {
            execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        session.close();
        await().untilAsserted(() -> asJuror(1)
                .body(Map.of("sessionId", session.id))
                .post("/v1/records")
                .then()
                .statusCode(201)
                .body("candidates[0].proposed.outcome", equalTo("AWARDED")));
    }

    @Test
    void showsTheJuryEveryVersionAndWhereItsMembersDiffer() {
        Candidate candidate = candidate("FICTIF-ÉCART");
        ToldSession session = heldSession("CCP", Rncp37722.BC03, false, List.of(candidate), List.of());
        session.close();
        awaitClosed(session);
        finding(1, candidate, "QP", Map.of("outcome", "ACQUIRED")).statusCode(200);
        String first = finding(
                        2, candidate, "QP", Map.of("outcome", "NOT_ACQUIRED", "comment", "Première impression fictive"))
                .statusCode(200)
                .extract()
                .header("ETag");
        asJuror(2)
                .header("If-Match", first)
                .body(Map.of(
                        "outcome",
                        "ACQUIRED",
                        "competences",
                        List.of(Map.of("code", Rncp37722.BC03 + "-C2", "acquired", false))))
                .put("/v1/assessments/" + candidate.enrolmentId() + "/QP")
                .then()
                .statusCode(200);
        asJuror(1)
                .get("/v1/assessments/" + candidate.enrolmentId() + "/QP/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 1, 2))
                .body("items[1].comment", equalTo("Première impression fictive"));
        as("demo-centre")
                .get("/v1/assessments/" + candidate.enrolmentId() + "/QP/versions")
                .then()
                .statusCode(403);
        asJuror(3)
                .get("/v1/assessments/" + candidate.enrolmentId() + "/QP/versions")
                .then()
                .statusCode(404);

        String record = draft(session);
        asJuror(1)
                .get("/v1/records/" + record)
                .then()
                .body("differences", hasSize(1))
                .body("differences[0].competence", equalTo(Rncp37722.BC03 + "-C2"))
                .body("differences[0].acquired", contains("Fictif Juré 1"))
                .body("differences[0].notAcquired", contains("Fictif Juré 2"));
        as("demo-centre").get("/v1/records/" + record).then().statusCode(200).body("differences", empty());
        as("demo-authority").get("/v1/records/" + record).then().statusCode(200).body("differences", empty());
        asJuror(1).post("/v1/records/" + record + "/signatures").then().body("differences", empty());
        assertThatThrownBy(() -> execute("update finding set outcome = 'ACQUIRED' where enrolment_id = '"
                        + candidate.enrolmentId() + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("what is recorded there stays");
        assertThatThrownBy(() -> execute("delete from finding")).isInstanceOf(SQLException.class);
    }

    /** The jury asks for everything that it may not have: each rule is named, in one answer. */
    @Test
    void namesEveryRuleThatADecisionBreaksAtOnce() {
        Candidate candidate = candidate("FICTIF-REFUS");
        ToldSession session = heldSession("CCP", Rncp37722.BC02, true, List.of(candidate), List.of());
        session.recuse(jurors.getFirst(), candidate);
        await().untilAsserted(() ->
                finding(1, candidate, "MSP", Map.of("outcome", "ACQUIRED")).statusCode(422));
        session.close();
        awaitClosed(session);
        finding(2, candidate, "MSP", Map.of("outcome", "NOT_ACQUIRED")).statusCode(200);
        finding(2, candidate, "ET", Map.of("outcome", "ACQUIRED")).statusCode(200);
        finding(2, candidate, "EF", Map.of("outcome", "NOT_ACQUIRED")).statusCode(200);
        String record = draft(session);
        asJuror(1)
                .body(Map.of("blocks", List.of(Rncp37722.BC02), "grantTitle", true, "reasons", "Essai fictif"))
                .put("/v1/records/" + record + "/decisions/" + candidate.enrolmentId())
                .then()
                .statusCode(422)
                // Recused; document missing; competences not acquired; final interview not acquired; blocks missing.
                .body("violations.rule.unique()", containsInAnyOrder("R55", "R86", "R92", "R96", "R98"))
                .body("violations.findAll { it.rule == 'R98' }.message", hasSize(2));
        asJuror(2)
                .post("/v1/records/" + record + "/signatures")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("R56"));
    }

    @Test
    void chainsWhatIsSignedAndNamesTheFirstBrokenLink() throws SQLException {
        String first = submittedBlock(Rncp37722.BC03, false, candidate("FICTIF-CHAÎNE-A"), "QP");
        submittedBlock(Rncp37722.BC03, false, candidate("FICTIF-CHAÎNE-B"), "QP");
        as("demo-operator")
                .get("/v1/records/chain")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("firstBroken", nullValue());
        as("demo-centre").get("/v1/records/chain").then().statusCode(403);
        int position = as("demo-authority")
                .get("/v1/records/" + first)
                .then()
                .extract()
                .path("link.position");

        for (String change : List.of(
                "update session_record set content = '{}' where id = '%s'",
                "update session_record set fingerprint = 'x' where id = '%s'",
                "update session_record set chain_hash = 'x' where id = '%s'",
                "update session_record set correction_reason = 'x', corrects = id where id = '%s'",
                "delete from session_record where id = '%s'",
                "update signature set signed_at = now() where record_id = '%s'",
                "delete from signature where record_id = '%s'",
                "insert into decision values ('%s', gen_random_uuid(), '[]', false, 'x', gen_random_uuid(), now())")) {
            assertThatThrownBy(() -> execute(change.formatted(first)))
                    .as(change)
                    .isInstanceOf(SQLException.class);
        }
        // Behind the back of the triggers the chain tells.
        String content = scalar("select content from session_record where id = '" + first + "'");
        execute(
                "alter table session_record disable trigger session_record_stays",
                "update session_record set content = replace(content, 'OBTAINED', 'OBTAINED ') where id = '" + first
                        + "'");
        as("demo-operator")
                .get("/v1/records/chain")
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("firstBroken.position", equalTo(position))
                .body("firstBroken.recordId", equalTo(first))
                .body("firstBroken.reason", equalTo("The content is not what was signed."));
        try (Connection connection = database.getConnection();
                var restore = connection.prepareStatement("update session_record set content = ? where id = ?")) {
            restore.setString(1, content);
            restore.setObject(2, UUID.fromString(first));
            restore.executeUpdate();
        }
        execute("alter table session_record enable trigger session_record_stays");
        as("demo-operator").get("/v1/records/chain").then().body("intact", equalTo(true));
    }

    @Test
    void provesAChainThatGrowsMeanwhile() throws Exception {
        submittedBlock(Rncp37722.BC03, false, candidate("FICTIF-CHAÎNE-C"), "QP");
        // The last link is taken off, and comes back while the chain is looked at.
        execute(
                "alter table session_record disable trigger session_record_stays",
                "create table last_link as select * from session_record where chain_position is not null"
                        + " order by chain_position desc limit 1",
                "update session_record r set state = 'DRAFT', chain_position = null, previous_hash = null,"
                        + " chain_hash = null from last_link l where r.id = l.id",
                "update chain_head set position = l.chain_position - 1, hash = l.previous_hash from last_link l"
                        + " where name = 'RECORD'");
        try (Connection connection = database.getConnection();
                Statement grows = connection.createStatement();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            grows.execute("lock table session_record in access exclusive mode");
            Future<Boolean> intact = other.submit(() ->
                    as("demo-operator").get("/v1/records/chain").jsonPath().getBoolean("intact"));
            await().until(() -> scalar("select count(*) from pg_locks w join pg_stat_activity a using (pid)"
                            + " where not w.granted and a.query like '%order by%chain_position%'")
                    .equals("1"));
            grows.execute("update session_record r set state = l.state, chain_position = l.chain_position,"
                    + " previous_hash = l.previous_hash, chain_hash = l.chain_hash from last_link l where r.id = l.id");
            grows.execute("update chain_head set position = l.chain_position, hash = l.chain_hash from last_link l"
                    + " where name = 'RECORD'");
            connection.commit();
            assertThat(intact.get()).isTrue();
        } finally {
            execute("alter table session_record enable trigger session_record_stays", "drop table last_link");
        }
        as("demo-operator").get("/v1/records/chain").then().body("intact", equalTo(true));
    }

    @Test
    void awardsAComplementaryCertificate() {
        String number = "RNCP91001";
        Map<String, Object> title = Rncp37722.withComplement(number, "CCS-FICTIF");
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationPublished", title);
        Candidate candidate = candidate("FICTIF-CCS");
        ToldSession session = new ToldSession("CCS", "CCS-FICTIF", false, jurors)
                .with("certificationNumber", number)
                .declare()
                .enrol(candidate)
                .appointJury()
                .open()
                .attend(candidate, "PRESENT");
        await().untilAsserted(() -> assessment(session, candidate).body("items[0].attendance", equalTo("PRESENT")));
        session.close();
        awaitClosed(session);
        foundAble(candidate, "MSP");
        String record = submitted(session);
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200)
                .body("candidates[0].decided.outcome", equalTo("AWARDED"))
                .body("candidates[0].decided.titleAwarded", equalTo(false));
        as("demo-authority")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(200);
        as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .body("items.kind", contains("CCS"))
                .body("items.blockCode", contains("CCS-FICTIF"))
                .body("items.label", contains("Complément fictif"));
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].complements.code", contains("CCS-FICTIF"))
                .body("certifications[0].blocks", empty());
        List<KafkaProbe.Event> told = eventsOf(candidate, 3);
        EventContract.requireValid(told);
        assertThat(told.stream().map(KafkaProbe.Event::name).distinct())
                .containsExactly("CompetenceValidated", "ComplementAwarded", "ResultPublished");
    }

    private static void withdraw(String award) {
        as("demo-authority")
                .body(Map.of("reason", "Fraude fictive découverte après coup"))
                .post("/v1/awards/" + award + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private static List<String> names(Candidate candidate, int count) {
        return eventsOf(candidate, count).stream().map(KafkaProbe.Event::name).toList();
    }

    private static List<String> states(Candidate candidate, String kind) {
        return as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == '" + kind + "' }.state");
    }

    private static Map<String, String> numbers(Candidate candidate) {
        List<Map<String, Object>> items = as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .filter(a -> "IN_FORCE".equals(a.get("state")) && a.get("blockCode") != null)
                .collect(Collectors.toMap(
                        a -> String.valueOf(a.get("blockCode")), a -> String.valueOf(a.get("number"))));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String scalar(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
