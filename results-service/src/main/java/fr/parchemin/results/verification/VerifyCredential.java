package fr.parchemin.results.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.credential.Issuer;
import fr.parchemin.results.credential.IssuerKey;
import fr.parchemin.results.credential.KeepKeys;
import fr.parchemin.results.credential.StatusLists;
import fr.parchemin.results.proof.DataIntegrity;
import fr.parchemin.results.proof.Ed25519;
import fr.parchemin.results.proof.MalformedException;
import fr.parchemin.results.proof.StrictJson;
import fr.parchemin.results.proof.VcJwt;
import fr.parchemin.results.verification.CredentialVerdictView.Form;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a credential of this issuer is worth. The questions come in the order in which an answer makes the next one
 * sensible: can it be read, is the key ours, is the content what was signed, is it its time, is the award in force.
 */
@ApplicationScoped
class VerifyCredential {

    private final KeepKeys keys;
    private final StatusLists lists;
    private final Issuer issuer;
    private final Clock clock;

    VerifyCredential(KeepKeys keys, StatusLists lists, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.lists = lists;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Looks at a credential with its proof, or at a token of one. */
    @Transactional
    CredentialVerdictView verify(byte[] given) {
        try {
            String text = StrictJson.text(given).strip();
            return text.startsWith("{") ? proof(StrictJson.object(text)) : token(VcJwt.read(text));
        } catch (MalformedException e) {
            return CredentialVerdictView.malformed(String.valueOf(e.getMessage()));
        }
    }

    private interface Check {
        boolean by(PublicKey key) throws MalformedException;
    }

    private CredentialVerdictView proof(ObjectNode document) throws MalformedException {
        String key = DataIntegrity.keyOf(document);
        return verdict(Form.DATA_INTEGRITY, document, key, by -> DataIntegrity.verify(document, by));
    }

    private CredentialVerdictView token(VcJwt token) throws MalformedException {
        return verdict(Form.VC_JWT, token.credential(), token.keyId(), token::verify);
    }

    private CredentialVerdictView verdict(Form form, ObjectNode document, String keyAddress, Check signed)
            throws MalformedException {
        String claimed = issuerOf(document);
        Optional<IssuerKey> key = keys.at(keyAddress);
        if (key.isEmpty() || !claimed.equals(issuer.did())) {
            return CredentialVerdictView.unknownKey(form);
        }
        Instant revoked = key.get().revokedAt();
        if (revoked != null) {
            return CredentialVerdictView.revokedKey(form, revoked);
        }
        if (!signed.by(Ed25519.publicKey(key.get().publicKey()))) {
            return CredentialVerdictView.tampered(form);
        }
        JsonNode status = document.path("credentialStatus");
        Award award = lists.awardAt(
                        status.path("statusListCredential").asText(),
                        status.path("statusListIndex").asText())
                .orElse(null);
        Instant now = clock.instant();
        Instant until = instant(document, "validUntil");
        if (until != null && now.isAfter(until)) {
            return CredentialVerdictView.expired(form, until, award);
        }
        Instant from = instant(document, "validFrom");
        if (from != null && now.isBefore(from)) {
            return CredentialVerdictView.notYetValid(form, from, award);
        }
        if (award == null) {
            throw new MalformedException("it is signed by this issuer, and is of no award");
        }
        return award.inForce() ? CredentialVerdictView.valid(form, award) : CredentialVerdictView.revoked(form, award);
    }

    private static String issuerOf(ObjectNode document) throws MalformedException {
        JsonNode by = document.path("issuer");
        JsonNode id = by.isObject() ? by.path("id") : by;
        if (!id.isTextual()) {
            throw new MalformedException("it names no issuer");
        }
        return id.textValue();
    }

    private static @Nullable Instant instant(ObjectNode document, String name) throws MalformedException {
        JsonNode value = document.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedException("its " + name + " is no date and time");
        }
    }
}
