package fr.parchemin.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** An award as a credential: from the record to a stranger who checks it, its withdrawal and the change of keys. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class CredentialTest extends JourneyBase {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void livesFromTheNotificationToTheWithdrawal() throws Exception {
        String number = blockAwarded("FICTIF-PREUVE");
        String document = document(number);
        JsonNode credential = JSON.readTree(document);
        assertThat(credential.at("/credentialSubject/licenseNumber").asText()).isEqualTo(number);
        assertThat(credential.at("/credentialSubject/identifier/0/identityHash").asText())
                .startsWith("FICTIF-PREUVE");
        assertThat(credential.at("/credentialSubject/achievement/id").asText())
                .isEqualTo("http://localhost:8080/v1/certifications/RNCP37722/blocks/RNCP37722BC03");
        assertThat(credential.at("/credentialSubject/result")).hasSize(3);
        assertThat(credential.at("/proof/cryptosuite").asText()).isEqualTo("eddsa-rdfc-2022");
        assertThat(document(number)).as("the same bytes again").isEqualTo(document);

        verdict(document)
                .body("outcome", equalTo("VALID"))
                .body("form", equalTo("DATA_INTEGRITY"))
                .body("attested.number", equalTo(number));
        String token = token(number);
        verdict(token).body("outcome", equalTo("VALID")).body("form", equalTo("VC_JWT"));
        verdict(document.replace("FICTIF-PREUVE", "FICTIF-FRAUDE")).body("outcome", equalTo("TAMPERED"));
        verdict(document.replace("\"name\":\"Certificat", "\"honours\":\"yes\",\"name\":\"Certificat"))
                .body("outcome", equalTo("MALFORMED"));
        String[] parts = token.split("\\.");
        String otherClaims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]), "UTF-8")
                        .replace("FICTIF-PREUVE", "FICTIF-FRAUDE")
                        .getBytes("UTF-8"));
        verdict(parts[0] + "." + otherClaims + "." + parts[2]).body("outcome", equalTo("TAMPERED"));

        String list = credential.at("/credentialStatus/statusListCredential").asText();
        int index = credential.at("/credentialStatus/statusListIndex").asInt();
        assertThat(bit(list, index)).isFalse();
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive 2027-1 : fraude établie."))
                .post("/v1/awards/" + number + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(bit(list, index)).isTrue();
        verdict(document)
                .body("outcome", equalTo("REVOKED"))
                .body("message", containsString("withdrawn on"))
                .body("attested.withdrawnOn", notNullValue());
        verdict(token).body("outcome", equalTo("REVOKED"));
        as("demo-platform")
                .get("/v1/awards/" + number + "/credential")
                .then()
                .statusCode(409)
                .body("type", endsWith("award-withdrawn"));
    }

    @Test
    void whatAnotherKeySignedIsUnknownAndWhatIsNoneIsMalformed() throws Exception {
        String number = blockAwarded("FICTIF-CLEF");
        ObjectNode credential = (ObjectNode) JSON.readTree(document(number));
        String method = credential.at("/proof/verificationMethod").asText();
        assertThat(method).startsWith("did:web:localhost%3A8080#z6Mk");

        String before = credential.toString();
        String first = method.substring(method.indexOf('#') + 1);
        String second = as("demo-operator")
                .post("/v1/credentials/keys")
                .then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .extract()
                .path("id");
        assertThat(second).isNotEqualTo(first);
        String after = document(number);
        assertThat(after).contains(second).doesNotContain(first);
        verdict(before).body("outcome", equalTo("VALID"));
        verdict(after).body("outcome", equalTo("VALID"));
        assertThat(foreign(before)).isEqualTo("VALID " + number);
        assertThat(foreign(after)).isEqualTo("VALID " + number);

        as("demo-operator")
                .post("/v1/credentials/keys/" + second + "/revocation")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        verdict(before).body("outcome", equalTo("VALID"));
        verdict(after).body("outcome", equalTo("UNKNOWN_KEY")).body("message", containsString("believed no longer"));
        given().get("/.well-known/did.json")
                .then()
                .statusCode(200)
                .body("id", equalTo("did:web:localhost%3A8080"))
                .body("verificationMethod.id", hasItem(endsWith(second)))
                .body("verificationMethod.find { it.id.endsWith('" + second + "') }.revoked", notNullValue())
                .body("verificationMethod.find { it.id.endsWith('" + first + "') }.revoked", nullValue())
                .body("assertionMethod", hasItem(endsWith(first)))
                .body("assertionMethod", not(hasItem(endsWith(second))));
        as("demo-centre").post("/v1/credentials/keys").then().statusCode(403);
        as("demo-authority")
                .get("/v1/credentials/keys/history")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + first + "' }.state", equalTo("RETIRED"));

        verdict(before.replace(first, "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"))
                .body("outcome", equalTo("UNKNOWN_KEY"));
        verdict(before.replace("did:web:localhost%3A8080", "did:web:elsewhere.test"))
                .body("outcome", equalTo("UNKNOWN_KEY"));
        for (String none : List.of(
                "",
                "{}",
                "[]",
                "nothing",
                "a.b.c",
                "{\"@context\": 1}",
                before.substring(0, before.length() - 2),
                before.replace("eddsa-rdfc-2022", "ecdsa-rdfc-2019"),
                "null",
                "%PDF-1.7",
                "{\"proof\":{}}")) {
            verdict(none)
                    .body("outcome", equalTo("MALFORMED"))
                    .body("message", startsWith("This cannot be read as a credential: "))
                    .body("attested", nullValue());
        }
    }

    /** An operator whose answer was lost asks again: the key that others have begun to sign with stays. */
    @Test
    void aChangeOfKeysSentAgainChangesThemOnce() {
        String key = "rotation-" + UUID.randomUUID();
        String begun = rotated(key);
        assertThat(rotated(key)).isEqualTo(begun);
        assertThat(rotated("rotation-" + UUID.randomUUID())).isNotEqualTo(begun);
        as("demo-authority")
                .get("/v1/credentials/keys/history")
                .then()
                .body("items.findAll { it.state == 'ACTIVE' }", hasSize(1))
                .body("items.find { it.id == '" + begun + "' }.state", equalTo("RETIRED"));
    }

    private static String rotated(String idempotencyKey) {
        return as("demo-operator")
                .header("Idempotency-Key", idempotencyKey)
                .post("/v1/credentials/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void isVerifiedByLibrariesThatDidNotIssueItAndFromFilesAlone() throws Exception {
        String number = blockAwarded("FICTIF-TIERS");
        String document = document(number);
        String token = token(number);
        assertThat(foreign(document)).isEqualTo("VALID " + number);
        assertThat(foreign(token)).isEqualTo("VALID " + number);
        assertThat(foreign(document.replace("FICTIF-TIERS", "FICTIF-FAUX"))).startsWith("REFUSED");
        assertThat(foreign(token.substring(0, token.length() - 6) + "AAAAAA")).startsWith("REFUSED");
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive 2027-2 : fraude établie."))
                .post("/v1/awards/" + number + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(foreign(document)).isEqualTo("REVOKED");
        assertThat(foreign(token)).isEqualTo("REVOKED");
    }

    @Test
    void showsNobodyElsesAwardAndNothingPersonalInPublic() throws Exception {
        String number = blockAwarded("FICTIF-SECRET");
        as("demo-platform-2").get("/v1/awards/" + number + "/credential").then().statusCode(404);
        given().get("/v1/awards/" + number + "/credential").then().statusCode(401);
        document(number);
        for (String path : List.of("/.well-known/did.json", "/v1/credentials/keys", "/v1/credentials/status/1")) {
            String text = given().get(path).then().statusCode(200).extract().asString();
            assertThat(text).doesNotContain("FICTIF").doesNotContain(number).doesNotContain("2001-02-03");
        }
        given().get("/v1/credentials/status/7").then().statusCode(404);
        verdict(given().get("/v1/credentials/status/1").asString()).body("outcome", equalTo("MALFORMED"));
        given().get("/v1/credentials/keys")
                .then()
                .body("keys", hasSize(keysBelieved()))
                .body("keys[0].kty", equalTo("OKP"));
    }

    private int keysBelieved() {
        List<String> believed = given().get("/.well-known/did.json").path("assertionMethod");
        return believed.size();
    }

    private String blockAwarded(String name) {
        Candidate candidate = candidate(name);
        String record = submittedBlock("RNCP37722BC03", false, candidate, "QP");
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200);
        // R111: what is not notified has no credential either.
        as("demo-authority")
                .post("/v1/records/" + record + "/notification")
                .then()
                .statusCode(200);
        return as("demo-platform")
                .queryParam("candidateId", candidate.id())
                .get("/v1/awards")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].number");
    }

    private String document(String number) {
        return as("demo-platform")
                .accept("application/vc")
                .get("/v1/awards/" + number + "/credential")
                .then()
                .statusCode(200)
                .contentType("application/vc")
                .extract()
                .asString();
    }

    private String token(String number) {
        return as("demo-platform")
                .accept("application/vc+jwt")
                .get("/v1/awards/" + number + "/credential")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse verdict(String credential) {
        return given().header("X-Forwarded-For", "192.0.2." + (1 + COUNTER.getAndIncrement() % 250))
                .contentType("text/plain; charset=UTF-8")
                .body(credential)
                .post("/v1/credentials/verifications")
                .then()
                .statusCode(200);
    }

    private static final java.util.concurrent.atomic.AtomicInteger COUNTER =
            new java.util.concurrent.atomic.AtomicInteger();

    private static boolean bit(String list, int index) throws Exception {
        String document =
                given().get(list.substring("http://localhost:8080".length())).asString();
        String encoded =
                JSON.readTree(document).at("/credentialSubject/encodedList").asText();
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertThat(bits).hasSize(131_072 / 8);
        return (bits[index / 8] >> (7 - index % 8) & 1) == 1;
    }

    /** A stranger with the credential, the issuer's document and the status list, as files. */
    private static String foreign(String credential) throws Exception {
        return ForeignVerifier.verdict(
                credential,
                given().get("/.well-known/did.json").asString(),
                given().get("/v1/credentials/status/1").asString());
    }
}
