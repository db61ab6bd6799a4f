package fr.parchemin.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Identity is frozen at the exam and corrected by a traced act alone (R122, R123); purges show first what they would do. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class IdentityCorrectionTest extends JourneyBase {

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void printsACorrectedIdentityByATracedActAlone() {
        Candidate candidate = candidate("FICTIF-COQUILE");
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        validateAndNotify(record);
        String number = as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .path("items[0].number");
        Map<String, Object> act = Map.of(
                "candidateId",
                candidate.id(),
                "formerVersion",
                1,
                "version",
                2,
                "reason",
                "Nom de naissance mal recopié",
                "document",
                "Acte de naissance fictif n° 12",
                "decidedOn",
                "2026-12-01");
        as("demo-authority")
                .body(act)
                .post("/v1/identity-corrections")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("/version"));
        Candidate corrected = new Candidate(candidate.id(), candidate.enrolmentId(), "FICTIF-COQUILLE", "2001-02-03");
        ToldSession.tellIdentity(corrected, 2, ToldSession.PLATFORM);
        as("demo-centre").body(act).post("/v1/identity-corrections").then().statusCode(403);
        // Known here, and still the award prints what was frozen.
        await().untilAsserted(() -> as("demo-authority")
                .queryParam("subjectId", candidate.id())
                .queryParam("action", "identityReceived")
                .get("/v1/audit")
                .then()
                .body("items.details.version", hasItems(1, 2)));
        as("demo-authority").get("/v1/awards/" + number).then().body("holder", equalTo("FICTIF-COQUILE Alex, Sam"));

        as("demo-authority")
                .body(act)
                .post("/v1/identity-corrections")
                .then()
                .statusCode(201)
                .body("fields", contains("birthName"));
        as("demo-authority").get("/v1/awards/" + number).then().body("holder", equalTo("FICTIF-COQUILLE Alex, Sam"));
        verify(number, "Fictif Coquille", "2001-02-03").body("authentic", equalTo(true));
        as("demo-authority")
                .get("/v1/records/" + record)
                .then()
                .body("candidates[0].name", equalTo("FICTIF-COQUILE Alex, Sam"));
        as("demo-authority")
                .queryParam("candidateId", candidate.id())
                .get("/v1/identity-corrections")
                .then()
                .body("items.document", contains("Acte de naissance fictif n° 12"));
        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.results",
                1,
                e -> e.name().equals("IdentityCorrected")
                        && e.key().equals(candidate.id().toString()));
        EventContract.requireValid(told);
        assertThat(told.getFirst().data().toString()).contains(number).doesNotContain("COQUIL");
        as("demo-authority")
                .queryParam("subjectId", candidate.id())
                .queryParam("action", "identityCorrected")
                .get("/v1/audit")
                .then()
                .body("items.reason", contains("Nom de naissance mal recopié"))
                .body("items[0].details.formerVersion", equalTo(1));
    }

    /** The sex is printed on a diploma and declared: its correction is told like that of a name. */
    @Test
    void tellsThatTheSexWasCorrected() {
        Candidate candidate = candidate("FICTIF-SEXE");
        ToldSession.tellIdentity(candidate, 2, ToldSession.PLATFORM, "M");
        await().untilAsserted(() -> as("demo-authority")
                .body(Map.of(
                        "candidateId",
                        candidate.id(),
                        "formerVersion",
                        1,
                        "version",
                        2,
                        "reason",
                        "Sexe mal recopié",
                        "document",
                        "Acte de naissance fictif n° 15",
                        "decidedOn",
                        "2026-12-01"))
                .post("/v1/identity-corrections")
                .then()
                .statusCode(201)
                .body("fields", contains("sex")));
    }

    @Test
    void gathersWhatIsHeldOfOnePersonAndNoSecretOfTheJury() throws IOException {
        Candidate candidate = candidate("FICTIF-ACCÈS");
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        Map<String, String> before = accessFile(candidate);
        assertThat(before.get("identites.json")).contains("FICTIF-ACCÈS");
        assertThat(before.get("inscriptions.json"))
                .contains(candidate.enrolmentId().toString());
        assertThat(before.get("resultats.json")).isEqualTo("[]");
        assertThat(before.values()).noneMatch(f -> f.contains("OBTAINED") || f.contains("ACQUIRED"));
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200);
        assertThat(accessFile(candidate).get("certificats.json")).isEqualTo("[]");
        as("demo-authority")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(200);
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .statusCode(200);
        Map<String, String> after = accessFile(candidate);
        assertThat(after.get("certificats.json")).contains(Rncp37722.BC03);
        assertThat(after.get("resultats.json")).contains("OBTAINED");
        assertThat(after.get("consultations.json")).contains("getBooklet", "demo-platform", "getAccessFile");
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/access-file")
                .then()
                .statusCode(403);
        as("demo-authority")
                .get("/v1/candidates/" + UUID.randomUUID() + "/access-file")
                .then()
                .statusCode(404);
    }

    /** To whom a title was told and who took its diploma is of interest to its holder; nothing shows that it was awarded (R111). */
    @Test
    void gathersDeclarationsAndWhoTookADiplomaOnceTheTitleIsNotified() throws IOException {
        String title = "RNCP91022";
        KafkaProbe.tell(
                "referentiel",
                "parchemin.certifications",
                title,
                "CertificationPublished",
                Rncp37722.event(title, 1, 30));
        Candidate holder = candidate("FICTIF-DÉCLARÉ");
        ToldSession session = heldSession(
                new ToldSession("TITLE", null, false, jurors).with("certificationNumber", title),
                List.of(holder),
                List.of());
        session.presentFirstAid(holder).close();
        awaitClosed(session);
        foundAble(holder, "MSP", "ET", "QP", "EF");
        String record = submitted(session);
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200);
        as("demo-certifier")
                .body(Map.of(
                        "certificationNumber",
                        title,
                        "year",
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))
                                .getYear(),
                        "wave",
                        "P6M"))
                .post("/v1/surveys")
                .then()
                .statusCode(201);
        Map<String, String> before = accessFile(holder);
        assertThat(before.get("documents.json")).contains("SST");
        assertThat(before.get("declarations.json")).isEqualTo("[]");
        assertThat(before.get("enquetes.json")).isEqualTo("[]");
        as("demo-authority")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(200);
        String number = titleOf(holder);
        as("demo-platform")
                .accept("application/pdf")
                .get("/v1/awards/" + number + "/diploma")
                .then()
                .statusCode(200);
        Map<String, String> after = accessFile(holder);
        assertThat(after.get("declarations.json")).contains(number, "\"files\"");
        assertThat(after.get("enquetes.json")).contains(title, "P6M");
        assertThat(after.get("consultations.json")).contains("printDiploma", "awardMade");
        assertThat(after.get("LISEZMOI.txt"))
                .contains(after.keySet().stream()
                        .filter(name -> name.endsWith(".json"))
                        .toArray(String[]::new));
    }

    @Test
    void printsTheLastOfSeveralCorrectionsWhereNoneWasPrintedYet() {
        Candidate candidate = candidate("FICTIF-DEUS");
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        for (int version : List.of(2, 3)) {
            ToldSession.tellIdentity(
                    new Candidate(
                            candidate.id(),
                            candidate.enrolmentId(),
                            version == 2 ? "FICTIF-DEUSE" : "FICTIF-DEUX",
                            "2001-02-03"),
                    version,
                    ToldSession.PLATFORM);
            await().untilAsserted(() -> as("demo-authority")
                    .body(Map.of(
                            "candidateId",
                            candidate.id(),
                            "formerVersion",
                            version - 1,
                            "version",
                            version,
                            "reason",
                            "Nom de naissance mal recopié",
                            "document",
                            "Acte de naissance fictif n° 14",
                            "decidedOn",
                            "2026-12-01"))
                    .post("/v1/identity-corrections")
                    .then()
                    .statusCode(201));
        }
        for (String step : List.of("validation", "notification")) {
            as("demo-authority")
                    .post("/v1/records/" + record + "/" + step)
                    .then()
                    .statusCode(200);
        }
        String number = as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .path("items[0].number");
        as("demo-authority").get("/v1/awards/" + number).then().body("holder", equalTo("FICTIF-DEUX Alex, Sam"));
    }

    /** A jsonb takes no U+0000, whoever asked for it and whenever: what was noted before stays as it is. */
    @Test
    void gathersItWhateverStrangersAskedFor() throws IOException, SQLException {
        Candidate candidate = candidate("FICTIF-ZÉRO");
        submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        for (String query : List.of("number=%00", "number=%5Cu0000")) {
            given().urlEncodingEnabled(false)
                    .get("/verification?" + query)
                    .then()
                    .statusCode(200);
        }
        accessFile(candidate);
        note("{\"number\":\"\\u0000\"}");
        note("{\"number\":\"\\u0000\\\\u0000\",\"people\":[\"" + candidate.id() + "\"]}");
        assertThat(accessFile(candidate).get("consultations.json")).containsOnlyOnce("readBefore");
    }

    private void note(String details) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into audit_entry (chain, at, actor, client, action, subject_type, subject_id, details)
                        values ('ACCESS', now(), 'demo-centre', 'demo-centre', 'readBefore', 'operation', '-', ?)
                        """)) {
            insert.setString(1, details);
            insert.executeUpdate();
        }
    }

    private static Map<String, String> accessFile(Candidate candidate) throws IOException {
        byte[] zipped = as("demo-authority")
                .get("/v1/candidates/" + candidate.id() + "/access-file")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void showsWhatAPurgeWouldRemoveAndWants() {
        String token = as("demo-operator")
                .get("/v1/purges/preview")
                .then()
                .statusCode(200)
                .body("classes.name", contains("exam-file", "access-log"))
                .extract()
                .path("token");
        as("demo-centre").get("/v1/purges/preview").then().statusCode(403);
        as("demo-operator")
                .body(Map.of("token", "other"))
                .post("/v1/purges")
                .then()
                .statusCode(409);
        as("demo-operator")
                .body(Map.of("token", token))
                .post("/v1/purges")
                .then()
                .statusCode(200);
        UUID session = UUID.randomUUID();
        Map<String, Object> hold = Map.of("sessionId", session, "reason", "Recours fictif", "until", "2032-12-31");
        as("demo-operator").body(hold).post("/v1/legal-holds").then().statusCode(403);
        as("demo-authority").body(hold).post("/v1/legal-holds").then().statusCode(201);
        Map<String, Object> shorter =
                Map.of("sessionId", session, "reason", "Recours fictif bis", "until", "2030-12-31");
        as("demo-authority")
                .body(shorter)
                .post("/v1/legal-holds")
                .then()
                .statusCode(201)
                .body("until", equalTo("2032-12-31"))
                .body("reason", equalTo("Recours fictif bis"));
        as("demo-operator")
                .get("/v1/legal-holds")
                .then()
                .statusCode(200)
                .body("items.sessionId", hasItems(session.toString()));
    }
}
