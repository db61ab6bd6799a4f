package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A title is declared to the Caisse des Dépôts, refused, corrected, taken in, and deleted when it ends. Their portal is not part of it. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class DeclarationTest extends JourneyBase {

    @Inject
    DataSource database;

    @Test
    void aHolderIsDeclaredUntilTakenInAndNeverTwice() throws Exception {
        Candidate holder = candidate("FICTIF-DÉCLARÉ");
        String award = awarded(holder);
        String id = declarationOf(award, "READY");
        as("demo-certifier")
                .get("/v1/declarations/holders/" + id)
                .then()
                .body("overdue", equalTo(false))
                .body("faults", empty())
                .body("attempts", equalTo(0));
        as("demo-centre-2").get("/v1/declarations/holders/" + id).then().statusCode(404);
        as("demo-centre").get("/v1/declarations/holders/" + id).then().statusCode(200);
        as("demo-platform").get("/v1/declarations/holders/" + id).then().statusCode(403);

        String first = built("CREATION");
        byte[] file = as("demo-certifier")
                .get("/v1/declarations/" + first + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String xml = new String(file, StandardCharsets.UTF_8);
        assertThat(xml)
                .contains("<cpf:idFlux>" + first + "</cpf:idFlux>", "<cpf:action>CREATION</cpf:action>")
                .contains("<cpf:idTechnique>" + id + "</cpf:idTechnique>")
                .contains("<cpf:nomNaissance>FICTIF-DÉCLARÉ</cpf:nomNaissance>")
                .contains("<cpf:codePostalCentreExamen>69001<", "<cpf:dateInscription>2026-10-05<");
        as("demo-certifier")
                .get("/v1/declarations/" + first)
                .then()
                .body("bytes", equalTo(file.length))
                .body(
                        "sha256",
                        equalTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file))));
        as("demo-authority").get("/v1/declarations/" + first + "/file").then().statusCode(403);
        // In a file already: no second one has them.
        order("CREATION")
                .statusCode(422)
                .body("violations[0].message", containsString("No declaration of RNCP37722 is READY"));

        receipt(first, receiptOf(first, ok(id), "")).statusCode(409);
        deposited(first);
        state(id, "DEPOSITED");
        receipt(first, receiptOf(UUID.randomUUID().toString(), ok(id), "")).statusCode(422);
        receipt(first, receiptOf(first, ok(UUID.randomUUID().toString()), "")).statusCode(422);
        state(id, "DEPOSITED");
        String message = "Aucun titulaire ne correspond aux critères obligatoires";
        String answer = receiptOf(first, "", ko(id, message));
        receipt(first, answer).statusCode(200);
        receipt(first, answer).statusCode(200);
        receipt(first, receiptOf(first, ok(id), ""))
                .statusCode(422)
                .body("violations[0].field", equalTo("idTechnique"));
        as("demo-certifier")
                .get("/v1/declarations/" + first + "/receipts")
                .then()
                .body("items.rejected", contains(1));
        as("demo-certifier")
                .get("/v1/declarations/holders/" + id)
                .then()
                .body("state", equalTo("REJECTED"))
                .body("message", equalTo(message))
                .body("treatment", equalTo("TO_CORRECT"));

        as("demo-certifier")
                .body(Map.of("treatment", "DISPUTED", "evidence", "Acte fictif n° 4"))
                .put("/v1/declarations/holders/" + id + "/treatment")
                .then()
                .statusCode(200);
        as("demo-certifier")
                .body(Map.of("reason", "État civil fictif mis à jour"))
                .post("/v1/declarations/holders/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("state", equalTo("READY"))
                .body("treatment", equalTo("RESENT"));
        String second = builtOf(orderResent().statusCode(202).body("resentOnly", equalTo(true)));
        orderResent()
                .statusCode(422)
                .body("violations[0].message", containsString("No declaration of RNCP37722 is READY and RESENT"));
        as("demo-certifier")
                .get("/v1/declarations/" + second + "/passages")
                .then()
                .body("items.declarationId", contains(id))
                .body("items[0].verdict", nullValue());
        deposited(second);
        receipt(second, receiptOf(second, ok(id), "")).statusCode(200).body("state", equalTo("PROCESSED"));
        state(id, "ACCEPTED");
        order("CREATION").statusCode(422);

        as("demo-authority")
                .body(Map.of("reason", "Décision fictive"))
                .post("/v1/awards/" + award + "/withdrawal")
                .then()
                .statusCode(200);
        state(id, "DELETION_READY");
        String third = built("SUPPRESSION");
        assertThat(as("demo-certifier")
                        .get("/v1/declarations/" + third + "/file")
                        .asString())
                .contains("<cpf:action>SUPPRESSION</cpf:action>", "<cpf:idTechnique>" + id + "</cpf:idTechnique>");
        deposited(third);
        receipt(third, receiptOf(third, ok(id), "")).statusCode(200);
        state(id, "DELETED");
    }

    @Test
    void aCorrectedIdentityIsDeclaredAnewAndTheOldOneDeleted() {
        Candidate holder = candidate("FICTIF-COQUIL");
        String award = awarded(holder);
        String id = declarationOf(award, "READY");
        String flux = built("CREATION");
        // Corrected while the file lies there.
        ToldSession.tellIdentity(
                new Candidate(holder.id(), holder.enrolmentId(), "FICTIF-COQUILLE", "2001-02-03"),
                2,
                ToldSession.PLATFORM);
        await().untilAsserted(() -> as("demo-authority")
                .queryParam("subjectId", holder.id())
                .queryParam("action", "identityReceived")
                .get("/v1/audit")
                .then()
                .body("items.details.version", hasItem(2)));
        as("demo-authority")
                .body(Map.of(
                        "candidateId",
                        holder.id(),
                        "formerVersion",
                        1,
                        "version",
                        2,
                        "reason",
                        "Nom de naissance mal recopié",
                        "document",
                        "Acte fictif n° 13",
                        "decidedOn",
                        "2026-12-01"))
                .post("/v1/identity-corrections")
                .then()
                .statusCode(201);
        state(id, "IN_FLUX");
        String again = declarationOf(award, "READY");
        assertThat(again).isNotEqualTo(id);
        outdated(flux);
        // It was on the portal already.
        deposit(flux, Map.of("outdated", true)).statusCode(200);
        state(id, "DEPOSITED");
        receipt(flux, receiptOf(flux, ok(id), "")).statusCode(200);
        state(id, "DELETION_READY");
        String next = built("CREATION");
        assertThat(as("demo-certifier")
                        .get("/v1/declarations/" + next + "/file")
                        .asString())
                .contains("FICTIF-COQUILLE", again)
                .doesNotContain(id);
        // Given up: who was in it goes with another one.
        as("demo-certifier")
                .body(Map.of("reason", "Essai"))
                .post("/v1/declarations/" + next + "/discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        state(again, "READY");
        String last = built("CREATION");
        deposited(last);
        as("demo-certifier")
                .body(Map.of("reason", "idContrat inconnu"))
                .post("/v1/declarations/" + last + "/refusal")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        state(again, "READY");
        String late = built("CREATION");
        // Withdrawn before it was taken in: there is nothing to declare, and nothing is left behind for the next test.
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive"))
                .post("/v1/awards/" + award + "/withdrawal")
                .then()
                .statusCode(200);
        outdated(late);
        reasoned(late, "discard").statusCode(200);
        state(again, "DROPPED");
        deletedByHand("demo-authority", again).statusCode(409);
        // What ended and was taken in is deleted by the form of the portal: no file has to do it any more.
        deletedByHand("demo-certifier", id).statusCode(403);
        deletedByHand("demo-authority", id)
                .statusCode(200)
                .body("state", equalTo("DELETED"))
                .body("reason", equalTo("Nom de naissance mal recopié"))
                .body("evidence", equalTo("Supprimé par formulaire"));
        deletedByHand("demo-authority", id).statusCode(409);
        as("demo-authority")
                .queryParam("subjectId", id)
                .queryParam("action", "declarationDeleted")
                .get("/v1/audit")
                .then()
                .body("items.reason", contains("Supprimé par formulaire"));
        order("SUPPRESSION").statusCode(422);
    }

    @Test
    void whoCannotBeDeclaredIsSetAsideWithTheFieldAtFault() {
        Candidate holder = new Candidate(UUID.randomUUID(), UUID.randomUUID(), "N".repeat(61), "2001-02-03");
        ToldSession.tellIdentity(holder);
        String award = awarded(holder);
        String id = declarationOf(award, "SET_ASIDE");
        as("demo-certifier")
                .get("/v1/declarations/holders/" + id)
                .then()
                .body("faults.field", contains("birthName"))
                .body("faults.rule", contains("D15"));
        as("demo-certifier")
                .queryParam("dueBy", "2126-01-01")
                .queryParam("awardNumber", award)
                .get("/v1/declarations/holders")
                .then()
                .body("items.id", contains(id));
        as("demo-certifier")
                .queryParam("dueBy", "2020-01-01")
                .queryParam("awardNumber", award)
                .get("/v1/declarations/holders")
                .then()
                .body("items", empty());
        as("demo-analyst")
                .get("/v1/declarations/duties")
                .then()
                .statusCode(200)
                .body("states.SET_ASIDE", greaterThanOrEqualTo(1))
                .body("overdue", equalTo(0));
        as("demo-certifier")
                .body(Map.of("reason", "Déclaré par formulaire"))
                .post("/v1/declarations/holders/" + id + "/waiver")
                .then()
                .statusCode(403);
        as("demo-authority")
                .body(Map.of("reason", "Déclaré par formulaire"))
                .post("/v1/declarations/holders/" + id + "/waiver")
                .then()
                .statusCode(200)
                .body("state", equalTo("WAIVED"));
    }

    @Test
    void whomTheReceiptsLeaveOutIsSetFreeWithAReason() throws SQLException {
        Candidate told = candidate("FICTIF-NOMMÉ");
        Candidate leftOut = candidate("FICTIF-OMIS");
        awardedTogether(told, leftOut);
        String toldId = declarationOf(titleOf(told), "READY");
        String leftOutId = declarationOf(titleOf(leftOut), "READY");
        String first = built("CREATION");
        deposited(first);
        receipt(first, receiptOf(first, "", ""))
                .statusCode(400)
                .body("violations[0].message", containsString("Nobody"));
        state(leftOutId, "DEPOSITED");
        reasoned(first, "release").statusCode(409);
        receipt(first, receiptOf(first, ok(toldId), "")).statusCode(200).body("state", equalTo("DEPOSITED"));
        reasoned(first, "refusal").statusCode(409);
        reasoned(first, "release").statusCode(200).body("state", equalTo("PROCESSED"));
        state(toldId, "ACCEPTED");
        state(leftOutId, "READY");
        receipt(first, receiptOf(first, ok(leftOutId), ""))
                .statusCode(422)
                .body("violations[0].message", containsString("set free"));
        state(leftOutId, "READY");

        String second = built("CREATION");
        deposited(second);
        // As it could be taken in before: a receipt without a verdict does not keep a file from being refused.
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into declaration_receipt (flux_id, sha256, accepted, rejected, received_at, received_by)
                        values (?::uuid, 'empty', 0, 0, now(), 'test')
                        """)) {
            insert.setString(1, second);
            insert.executeUpdate();
        }
        reasoned(second, "refusal").statusCode(200).body("state", equalTo("REFUSED"));
        state(leftOutId, "READY");
        String third = built("CREATION");
        deposited(third);
        receipt(third, receiptOf(third, ok(leftOutId), "")).statusCode(200);
        state(leftOutId, "ACCEPTED");
    }

    /** The number of the title that a candidate is awarded, from the session to the notification. */
    private String awarded(Candidate candidate) {
        awardedTogether(candidate);
        return titleOf(candidate);
    }

    private void awardedTogether(Candidate... candidates) {
        ToldSession session = heldSession("TITLE", null, false, List.of(candidates), List.of());
        for (Candidate candidate : candidates) {
            session.presentFirstAid(candidate);
        }
        session.close();
        awaitClosed(session);
        for (Candidate candidate : candidates) {
            foundAble(candidate, "MSP", "ET", "QP", "EF");
        }
        String record = submitted(session);
        validateAndNotify(record);
    }

    private static String declarationOf(String award, String state) {
        return as("demo-certifier")
                .queryParam("awardNumber", award)
                .queryParam("state", state)
                .get("/v1/declarations/holders")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static void state(String id, String state) {
        as("demo-certifier").get("/v1/declarations/holders/" + id).then().body("state", equalTo(state));
    }

    private static ValidatableResponse order(String action) {
        return as("demo-certifier")
                .body(Map.of("certificationNumber", Rncp37722.NUMBER, "action", action))
                .post("/v1/declarations")
                .then();
    }

    private static ValidatableResponse orderResent() {
        return as("demo-certifier")
                .body(Map.of("certificationNumber", Rncp37722.NUMBER, "resentOnly", true))
                .post("/v1/declarations")
                .then();
    }

    private static String built(String action) {
        return builtOf(order(action).statusCode(202));
    }

    private static String builtOf(ValidatableResponse ordered) {
        String id = ordered.extract().path("id");
        await().untilAsserted(() ->
                as("demo-certifier").get("/v1/declarations/" + id).then().body("state", equalTo("BUILT")));
        return id;
    }

    private static ValidatableResponse deposit(String flux, Map<String, Object> body) {
        return as("demo-certifier")
                .body(body)
                .post("/v1/declarations/" + flux + "/deposit")
                .then();
    }

    private static void deposited(String flux) {
        deposit(flux, Map.of("reference", "dépôt fictif")).statusCode(200).body("state", equalTo("DEPOSITED"));
    }

    private static void outdated(String flux) {
        deposit(flux, Map.of())
                .statusCode(409)
                .body("detail", containsString("out of date since it was built: 1 of"))
                .body("detail", containsString("/discard"));
        as("demo-certifier").get("/v1/declarations/" + flux).then().body("state", equalTo("BUILT"));
    }

    private static ValidatableResponse deletedByHand(String client, String id) {
        return as(client)
                .body(Map.of("reason", "Supprimé par formulaire"))
                .post("/v1/declarations/holders/" + id + "/deletion")
                .then();
    }

    private static ValidatableResponse reasoned(String flux, String act) {
        return as("demo-certifier")
                .body(Map.of("reason", "Motif fictif"))
                .post("/v1/declarations/" + flux + "/" + act)
                .then();
    }

    private static ValidatableResponse receipt(String flux, String xml) {
        return as("demo-certifier")
                .contentType("application/xml;charset=UTF-8")
                .body(xml)
                .post("/v1/declarations/" + flux + "/receipts")
                .then();
    }

    private static String receiptOf(String flux, String ok, String ko) {
        return "<ns2:rapport xmlns:ns2=\"urn:cdc:cpf:pc5:rapport:schema\"><idFlux>%s</idFlux><idTraitement>9</idTraitement><PassagesKO>%s</PassagesKO><PassagesOK>%s</PassagesOK></ns2:rapport>"
                .formatted(flux, ko, ok);
    }

    private static String ok(String id) {
        return "<idTechnique>" + id + "</idTechnique>";
    }

    private static String ko(String id, String message) {
        return "<passage><idTechnique>%s</idTechnique><messageErreur>%s</messageErreur></passage>"
                .formatted(id, message);
    }
}
