package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts without an examination: correspondences of a revised title, equivalences. The titles told are invented. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class RecognitionTest extends JourneyBase {

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private static void tellTitle(String number, @Nullable Object correspondences) {
        Map<String, @Nullable Object> title = new HashMap<>(Map.of(
                "number",
                number,
                "title",
                "Titre fictif révisé",
                "type",
                "TP",
                "registrationEndsOn",
                "2031-05-31",
                "predecessors",
                List.of(Rncp37722.NUMBER),
                "successors",
                List.of(),
                "blocks",
                List.of(
                        Map.of("code", number + "BC01", "label", "Bloc fictif 1", "competences", List.of()),
                        Map.of("code", number + "BC02", "label", "Bloc fictif 2", "competences", List.of()))));
        title.put("correspondences", correspondences);
        KafkaProbe.tell("referentiel", "parchemin.certifications", number, "CertificationPublished", title);
    }

    private Candidate holderOfBc03(String name) {
        Candidate candidate = candidate(name);
        String record = submittedBlock(Rncp37722.BC03, false, candidate, "QP");
        validateAndNotify(record);
        return candidate;
    }

    private static Map<String, Object> row(String to, String reference, String... blocks) {
        return Map.of(
                "from",
                Rncp37722.NUMBER,
                "fromBlocks",
                List.of(Rncp37722.BC03),
                "to",
                to,
                "toBlocks",
                List.of(blocks),
                "reference",
                reference,
                "reason",
                "Révision fictive",
                "decidedOn",
                "2026-02-01");
    }

    /** R11: a row dated by mistake in a year to come would count at once. One of today in Wallis is of today. */
    @Test
    void noRowIsDecidedOnADayToCome() {
        String older = "RNCP91023";
        String revised = "RNCP91024";
        tellTitle(older, List.of());
        tellTitle(revised, List.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Pacific/Wallis"));
        Map<String, Object> row = new HashMap<>(row(revised, "arrêté fictif à venir", revised + "BC01"));
        // Nobody holds it: a row of a title that others examine would stand in their booklets.
        row.put("from", older);
        row.put("fromBlocks", List.of(older + "BC01"));
        row.put("decidedOn", today.plusDays(2).toString());
        await().untilAsserted(() -> as("demo-authority")
                .body(row)
                .post("/v1/correspondences")
                .then()
                .statusCode(422)
                .body("violations.field", contains("/decidedOn")));
        row.put("decidedOn", today.toString());
        as("demo-authority").body(row).post("/v1/correspondences").then().statusCode(201);
    }

    @Test
    void computesBookletsAgainWhenARowComesAndWhenItGoes() {
        String revised = "RNCP91011";
        Candidate candidate = holderOfBc03("FICTIF-RÉVISION");
        tellTitle(revised, List.of());
        // Named alike or not: without a row nothing counts.
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications.number", contains(Rncp37722.NUMBER))
                .body("certifications[0].countsUntil", equalTo("2029-07-02"))
                .body("certifications[0].stillCounts", equalTo(true));
        await().untilAsserted(() -> as("demo-authority")
                .body(row(revised, "arrêté fictif", revised + "BC01", "RNCP91011BC99"))
                .post("/v1/correspondences")
                .then()
                .statusCode(422)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("/toBlocks")));
        as("demo-centre")
                .body(row(revised, "arrêté fictif", revised + "BC01"))
                .post("/v1/correspondences")
                .then()
                .statusCode(403);
        String id = as("demo-authority")
                .body(row(revised, "arrêté fictif", revised + "BC01", revised + "BC02"))
                .post("/v1/correspondences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.results",
                2,
                e -> e.key().equals(candidate.id().toString()) && e.name().equals("BlockRecognised"));
        EventContract.requireValid(told);
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications.number", contains(Rncp37722.NUMBER, revised))
                .body("certifications[1].blocks.code", contains(revised + "BC01", revised + "BC02"))
                .body("certifications[1].blocks.by", contains("CORRESPONDENCE", "CORRESPONDENCE"))
                .body("certifications[1].blocks[0].from", contains(Rncp37722.BC03))
                .body("certifications[1].blocks[0].obtainedUnder", equalTo(Rncp37722.NUMBER))
                .body("certifications[1].blocks[0].awardNumber", nullValue())
                .body("certifications[1].missingBlocks", empty())
                .body("certifications[1].finalInterviewPending", equalTo(true))
                .body("certifications[1].titleAward", nullValue());
        as("demo-centre")
                .queryParam("certificationNumber", revised)
                .get("/v1/correspondences")
                .then()
                .statusCode(200)
                .body("items.source", contains("DECISION"));

        as("demo-authority")
                .body(Map.of("reason", "arrêté fictif abrogé"))
                .post("/v1/correspondences/" + id + "/revocation")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true));
        List<KafkaProbe.Event> ended = KafkaProbe.await(
                "parchemin.results",
                2,
                e -> e.key().equals(candidate.id().toString()) && e.name().equals("BlockRecognitionEnded"));
        EventContract.requireValid(ended);
        assertThat(ended.getFirst().data().get("reason").textValue())
                .isEqualTo("Correspondence revoked: arrêté fictif abrogé");
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications.number", contains(Rncp37722.NUMBER));
    }

    /** More people than fit into one page, and none of them twice. */
    @Test
    void reachesEverybodyWhomARowConcerns() throws SQLException {
        String old = "RNCP91013";
        String revised = "RNCP91014";
        tellTitle(old, List.of());
        tellTitle(revised, List.of());
        execute("""
                insert into acquisition select gen_random_uuid(), gen_random_uuid(), 1, 'RNCP91013', 1, 'Titre fictif', 'BLOCK',
                  'RNCP91013BC01', 'Bloc fictif 1', null, '[]', 'CONTINUING', gen_random_uuid(), gen_random_uuid(),
                  gen_random_uuid(), '98222438800016', null, null, '2026-01-01'
                from generate_series(1, 1700)
                """);
        await().untilAsserted(() -> as("demo-authority")
                .body(Map.of(
                        "from",
                        old,
                        "fromBlocks",
                        List.of(old + "BC01"),
                        "to",
                        revised,
                        "toBlocks",
                        List.of(revised + "BC02"),
                        "reference",
                        "arrêté fictif",
                        "reason",
                        "Révision fictive",
                        "decidedOn",
                        "2026-02-01"))
                .post("/v1/correspondences")
                .then()
                .statusCode(201));
        await().untilAsserted(() -> assertThat(number("select count(*) from booklet_task where ended_at is null"))
                .isZero());
        assertThat(number("select count(distinct candidate_id) from recognition where block_code = 'RNCP91014BC02'"))
                .isEqualTo(1700);
        assertThat(number("select count(*) from recognition where block_code = 'RNCP91014BC02'"))
                .isEqualTo(1700);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void followsTheRowsOfTheRegister() {
        String revised = "RNCP91012";
        Candidate candidate = holderOfBc03("FICTIF-REGISTRE");
        tellTitle(
                revised,
                List.of(Map.of(
                        "blocks",
                        List.of(revised + "BC02"),
                        "otherNumber",
                        Rncp37722.NUMBER,
                        "otherBlocks",
                        List.of(Rncp37722.BC03))));
        await().untilAsserted(() -> as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body(
                        "certifications.find { it.number == '" + revised + "' }.blocks.code",
                        contains(revised + "BC02")));
        tellTitle(revised, List.of());
        await().untilAsserted(() -> as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications.number", not(hasItem(revised))));
    }

    @Test
    void grantsByDecisionWhatAddsUpToTheTitle() {
        Candidate candidate = holderOfBc03("FICTIF-ÉQUIVALENCE");
        Map<String, Object> decision = Map.of(
                "candidateId",
                candidate.id(),
                "certificationNumber",
                Rncp37722.NUMBER,
                "blocks",
                List.of(Rncp37722.BC01),
                "reference",
                "DREETS-FICTIVE-118",
                "reason",
                "Titre voisin fictif",
                "decidedOn",
                "2026-03-02");
        as("demo-centre").body(decision).post("/v1/equivalences").then().statusCode(403);
        String id = as("demo-authority")
                .body(decision)
                .post("/v1/equivalences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("demo-authority").body(decision).post("/v1/equivalences").then().statusCode(409);
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].blocks.by", contains("EQUIVALENCE", "EXAMINATION"))
                .body("certifications[0].missingBlocks", contains(Rncp37722.BC02));

        // The last block with the final interview: a title by cumulation, R12.
        Candidate again = candidate.again();
        ToldSession session = heldSession("CCP", Rncp37722.BC02, true, List.of(again), List.of());
        session.presentFirstAid(again).close();
        awaitClosed(session);
        foundAble(again, "MSP", "ET", "EF");
        String record = submitted(session);
        validateAndNotify(record);
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].titleAward.obtainedBy", equalTo("CUMULATION"));
        String title = titleOf(candidate);

        as("demo-authority")
                .body(Map.of("reason", "Pièce fictive fausse"))
                .post("/v1/equivalences/" + id + "/revocation")
                .then()
                .statusCode(200);
        as("demo-platform")
                .get("/v1/candidates/" + candidate.id() + "/booklet")
                .then()
                .body("certifications[0].titleAward", nullValue())
                .body("certifications[0].lapses.cause", contains("REVOKED", "GROUND_LOST"));
        as("demo-platform").get("/v1/awards/" + title).then().body("state", equalTo("WITHDRAWN"));
        KafkaProbe.await(
                "parchemin.results",
                1,
                e -> e.name().equals("AwardWithdrawn")
                        && e.data().path("awardNumber").asText().equals(title));
        as("demo-authority")
                .queryParam("candidateId", candidate.id())
                .get("/v1/equivalences")
                .then()
                .body("items.revoked", contains(true));
        EventContract.requireValid(KafkaProbe.read("parchemin.results").stream()
                .filter(e -> e.key().equals(candidate.id().toString()))
                .toList());
    }

    /** R12, R13: the whole title by decision is an award like any other, down to the file for the Caisse des Dépôts. */
    @Test
    void aTitleGrantedWholeIsCertifiedDeclaredAndWithdrawn() {
        Candidate holder = new Candidate(UUID.randomUUID(), UUID.randomUUID(), "FICTIF-ÉQUIVALENT", "2001-02-03");
        Map<String, Object> decision = Map.of(
                "candidateId",
                holder.id(),
                "certificationNumber",
                Rncp37722.NUMBER,
                "reference",
                "DREETS-FICTIVE-119",
                "reason",
                "Titre voisin fictif",
                "decidedOn",
                "2026-03-02");
        // A certificate names its holder: nobody is known by this id so far.
        as("demo-authority")
                .body(decision)
                .post("/v1/equivalences")
                .then()
                .statusCode(422)
                .body("violations.field", contains("/candidateId"));
        ToldSession.tellIdentity(holder);
        String id = await().until(
                        () -> as("demo-authority").body(decision).post("/v1/equivalences"), r -> r.statusCode() == 201)
                .path("id");

        String number = titleOf(holder);
        as("demo-platform")
                .get("/v1/awards/" + number)
                .then()
                .body("obtainedBy", equalTo("EQUIVALENCE"))
                .body("route", nullValue())
                .body("awardedOn", equalTo("2026-03-02"))
                .body("holder", equalTo("FICTIF-ÉQUIVALENT Alex, Sam"))
                .body("state", equalTo("IN_FORCE"));
        as("demo-centre").get("/v1/awards/" + number).then().statusCode(404);
        as("demo-platform")
                .get("/v1/candidates/" + holder.id() + "/booklet")
                .then()
                .body("certifications[0].titleAward.awardNumber", equalTo(number))
                .body("certifications[0].titleAward.obtainedBy", equalTo("EQUIVALENCE"))
                .body("certifications[0].finalInterviewPending", equalTo(false));
        verify(number, "FICTIF-ÉQUIVALENT", "2001-02-03").body("award.state", equalTo("IN_FORCE"));
        as("demo-platform")
                .accept("application/pdf")
                .get("/v1/awards/" + number + "/diploma")
                .then()
                .statusCode(200);
        JsonPath achievement = JsonPath.from(as("demo-platform")
                        .get("/v1/awards/" + number + "/credential")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .setRootPath("credentialSubject.achievement");
        assertThat(achievement.getList("alignment.targetCode", String.class))
                .contains(Rncp37722.BC01, Rncp37722.BC02, Rncp37722.BC03);
        assertThat(achievement.getString("criteria.narrative")).contains("équivalence totale", "sans examen");
        as("demo-certifier")
                .queryParam("awardNumber", number)
                .get("/v1/declarations/holders")
                .then()
                .body("items.state", contains("READY"));
        List<KafkaProbe.Event> told = KafkaProbe.await(
                "parchemin.results",
                1,
                e -> e.key().equals(holder.id().toString()) && e.name().equals("TitleGranted"));
        EventContract.requireValid(told);
        assertThat(told.getFirst().data().get("awardNumber").textValue()).isEqualTo(number);

        as("demo-authority")
                .body(Map.of("reason", "Pièce fictive fausse"))
                .post("/v1/equivalences/" + id + "/revocation")
                .then()
                .statusCode(200);
        as("demo-platform")
                .get("/v1/awards/" + number)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawalCause", equalTo("REVOKED"));
        verify(number, "FICTIF-ÉQUIVALENT", "2001-02-03").body("award.state", equalTo("WITHDRAWN"));
        as("demo-certifier")
                .queryParam("awardNumber", number)
                .get("/v1/declarations/holders")
                .then()
                .body("items.state", contains("DROPPED"));
        KafkaProbe.await(
                "parchemin.results",
                1,
                e -> e.name().equals("AwardWithdrawn")
                        && e.data().path("awardNumber").asText().equals(number));
    }

    /** R118: the award of a title granted whole can be withdrawn by itself, and a later decision gives another one. */
    @Test
    void aGrantedTitleThatWasWithdrawnIsGrantedAnewUnderAnotherNumber() {
        Candidate holder = candidate("FICTIF-REPRIS");
        String first = granted(holder, "DREETS-FICTIVE-120");
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive n° 3"))
                .post("/v1/awards/" + first + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        as("demo-platform")
                .get("/v1/candidates/" + holder.id() + "/booklet")
                .then()
                .body("certifications[0].titleAward", nullValue());
        granted(holder, "DREETS-FICTIVE-121");
        as("demo-platform")
                .queryParam("candidateId", holder.id())
                .get("/v1/awards")
                .then()
                .body("items.state", containsInAnyOrder("WITHDRAWN", "IN_FORCE"))
                .body("items.find { it.state == 'IN_FORCE' }.number", not(equalTo(first)));
    }

    private static String granted(Candidate holder, String reference) {
        await().until(
                        () -> as("demo-authority")
                                .body(Map.of(
                                        "candidateId",
                                        holder.id(),
                                        "certificationNumber",
                                        Rncp37722.NUMBER,
                                        "reference",
                                        reference,
                                        "reason",
                                        "Titre voisin fictif",
                                        "decidedOn",
                                        "2026-03-02"))
                                .post("/v1/equivalences")
                                .statusCode(),
                        equalTo(201));
        return titleOf(holder);
    }
}
