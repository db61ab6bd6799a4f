package fr.parchemin.results.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is signed is believed, and not one character beside it. */
class DataIntegrityTest {

    private static final KeyPair KEY = Ed25519.generate();
    private static final SigningKey SIGNING = new SigningKey("did:web:parchemin.test#key-1", KEY.getPrivate());

    @Test
    void whatIsSignedIsVerified() throws MalformedException {
        ObjectNode signed = signed();
        assertThat(DataIntegrity.keyOf(signed)).isEqualTo(SIGNING.id());
        assertThat(DataIntegrity.verify(signed, KEY.getPublic())).isTrue();
        assertThat(DataIntegrity.verify(signed, Ed25519.generate().getPublic())).isFalse();
        assertThat(signed()).isEqualTo(signed);
    }

    /** Property: whatever one byte is changed into whatever other one, nobody takes the credential for valid. */
    @Test
    void anyChangeOfOneByteIsRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] content = signed().toString().getBytes(StandardCharsets.UTF_8);
        List<String> believed = new ArrayList<>();
        for (int at = 0; at < content.length; at++) {
            byte[] changed = content.clone();
            do {
                changed[at] = (byte) (random.nextBoolean() ? 0x20 + random.nextInt(0x5f) : random.nextInt(256));
            } while (changed[at] == content[at]);
            if (believed(changed)) {
                believed.add("byte " + at + ": " + new String(changed, StandardCharsets.UTF_8));
            }
            // The other case of a letter is what programs most often take for the same.
            changed[at] = (byte) (content[at] ^ 0x20);
            if (Character.isLetter(content[at]) && believed(changed)) {
                believed.add("case of byte " + at + ": " + new String(changed, StandardCharsets.UTF_8));
            }
        }
        assertThat(believed).as("seed %d", seed).isEmpty();
    }

    private static boolean believed(byte[] bytes) {
        try {
            ObjectNode document = StrictJson.object(StrictJson.text(bytes));
            // Another key's name is looked up elsewhere, and is unknown.
            return DataIntegrity.keyOf(document).equals(SIGNING.id())
                    && DataIntegrity.verify(document, KEY.getPublic());
        } catch (MalformedException e) {
            return false;
        }
    }

    @Test
    void whatNoSignatureWouldCoverIsNotLetIn() {
        List<String> additions = List.of(
                "{\"honours\": \"summa cum laude\"}",
                "{\"credentialSubject\": {\"honours\": \"summa cum laude\"}}",
                "{\"name\": null}",
                "{\"evidence\": []}",
                "{\"evidence\": {}}",
                "{\"credentialSubject\": {\"type\": [\"AchievementSubject\", \"Minister\"]}}",
                "{\"evidence\": {\"id\": \"minister\", \"type\": \"Evidence\"}}");
        for (String addition : additions) {
            ObjectNode signed = signed();
            assertThatThrownBy(() -> {
                        merge(signed, StrictJson.object(addition));
                        DataIntegrity.verify(signed, KEY.getPublic());
                    })
                    .as(addition)
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void aNameTwiceIsNotLetIn() {
        String twice = signed().toString().replaceFirst("\\{", "{\"name\":\"something else\",");
        assertThatThrownBy(() -> StrictJson.object(twice)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aContextThatIsNotAtHandIsNotFetchedAndNoneIsWrittenOut() {
        ObjectNode nested = signed();
        ObjectNode own = StrictJson.object();
        own.put("name", "https://parchemin.test/otherName");
        ((ObjectNode) nested.get("credentialSubject")).set("@context", own);
        assertThatThrownBy(() -> DataIntegrity.verify(nested, KEY.getPublic()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("@context");
        ObjectNode signed = signed();
        ((ArrayNode) signed.get("@context")).add("https://parchemin.test/context");
        assertThatThrownBy(() -> DataIntegrity.verify(signed, KEY.getPublic()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("@context");
    }

    @Test
    void anyChangeOfOneCharacterOfATokenIsRefused() throws MalformedException {
        String token = VcJwt.sign(credential(), SIGNING);
        assertThat(VcJwt.read(token).verify(KEY.getPublic())).isTrue();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/";
        for (int at = 0; at < token.length(); at++) {
            char other;
            do {
                other = alphabet.charAt(random.nextInt(alphabet.length()));
            } while (other == token.charAt(at));
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(believed(changed)).as("seed %d, character %d", seed, at).isFalse();
        }
        // The last character has bits to spare, in which every one of its neighbours would decode alike.
        for (char other : alphabet.toCharArray()) {
            String changed = token.substring(0, token.length() - 1) + other;
            assertThat(believed(changed)).isEqualTo(changed.equals(token));
        }
    }

    private static boolean believed(String token) {
        try {
            return VcJwt.read(token).verify(KEY.getPublic());
        } catch (MalformedException e) {
            return false;
        }
    }

    @Test
    void aTokenDoesNotChooseItsAlgorithm() {
        for (String header :
                List.of("{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}", "{\"alg\":\"EdDSA\",\"crit\":[\"b64\"]}")) {
            String token = java.util.Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
                    + ".e30.";
            assertThatThrownBy(() -> VcJwt.read(token)).isInstanceOf(MalformedException.class);
        }
    }

    /** Vectors of the Base58 draft (draft-msporny-base58). */
    @Test
    void base58IsAsOthersWriteIt() throws MalformedException {
        assertThat(Multibase.encode("Hello World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("z2NEpo7TZRRrLZSi2U");
        assertThat(Multibase.encode(new byte[] {0, 0, 0x28, 0x7f, (byte) 0xb4, (byte) 0xcd}))
                .isEqualTo("z11233QC4");
        assertThat(Multibase.decode("z11233QC4")).containsExactly(0, 0, 0x28, 0x7f, 0xb4, 0xcd);
        assertThat(Multibase.decode(Multibase.encode(new byte[] {0}))).containsExactly(0);
        assertThatThrownBy(() -> Multibase.decode("z0OIl")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Multibase.decode("2NEpo7TZRRrLZSi2U")).isInstanceOf(MalformedException.class);
    }

    private static ObjectNode signed() {
        return DataIntegrity.sign(credential(), SIGNING, Instant.parse("2027-03-08T09:30:00Z"));
    }

    static ObjectNode credential() {
        try {
            return StrictJson.object("""
                    {"@context": ["https://www.w3.org/ns/credentials/v2",
                                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                     "id": "urn:uuid:0199aa00-0000-7000-8000-000000000001",
                     "type": ["VerifiableCredential", "OpenBadgeCredential"],
                     "name": "Titre professionnel d’essai",
                     "issuer": {"id": "did:web:parchemin.test", "type": ["Profile"], "name": "Parchemin, essai"},
                     "validFrom": "2027-03-07T23:00:00Z",
                     "awardedDate": "2027-03-07T23:00:00Z",
                     "credentialSubject": {
                       "type": ["AchievementSubject"],
                       "identifier": [{"type": "IdentityObject", "hashed": false, "identityHash": "FICTIF Alpha",
                                       "identityType": "name"}],
                       "licenseNumber": "PAR-2027-7K3MX9QD-T",
                       "achievement": {"id": "https://parchemin.test/v1/certifications/RNCP37722", "type": ["Achievement"],
                         "name": "Titre professionnel d’essai", "description": "Un essai",
                         "criteria": {"narrative": "Un essai"}, "inLanguage": "fr",
                         "alignment": [{"type": ["Alignment"], "targetCode": "RNCP37722BC01", "targetName": "Un bloc",
                                        "targetUrl": "https://parchemin.test/v1/certifications/RNCP37722/blocks/RNCP37722BC01"}]}},
                     "credentialStatus": {"id": "https://parchemin.test/v1/credentials/status/1#17",
                       "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "17",
                       "statusListCredential": "https://parchemin.test/v1/credentials/status/1"}}""");
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(e -> {
            if (into.get(e.getKey()) instanceof ObjectNode target && e.getValue() instanceof ObjectNode source) {
                merge(target, source);
            } else {
                into.set(e.getKey(), e.getValue());
            }
        });
    }
}
