package fr.parchemin.results.credential;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.proof.Ed25519;
import fr.parchemin.results.proof.SigningKey;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The keys of the issuer: the one that signs, begun at the first need and changed on demand, and those that signed. */
@ApplicationScoped
public class KeepKeys {

    private final IssuerKeyRepository keys;
    private final KeySeal seal;
    private final Issuer issuer;
    private final AuditTrail audit;
    private final Clock clock;

    KeepKeys(IssuerKeyRepository keys, KeySeal seal, Issuer issuer, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.seal = seal;
        this.issuer = issuer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The key that signs now.
     *
     * @param since its first moment
     */
    record Active(SigningKey key, Instant since) {}

    @Transactional
    Active active() {
        IssuerKey key = keys.active().orElseGet(this::first);
        byte[] sealed = Objects.requireNonNull(key.sealedPrivateKey());
        return new Active(
                new SigningKey(issuer.keyAddress(key.id()), Ed25519.privateKey(seal.open(sealed, key.id()))),
                key.createdAt());
    }

    private IssuerKey first() {
        keys.lock();
        return keys.active().orElseGet(this::begin);
    }

    private IssuerKey begin() {
        KeyPair pair = Ed25519.generate();
        byte[] raw = Ed25519.raw(pair.getPublic());
        String id = Ed25519.multikey(raw);
        IssuerKey key = new IssuerKey(
                id,
                raw,
                seal.seal(pair.getPrivate().getEncoded(), id),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        keys.persistAndFlush(key);
        audit.change("keyBegun", "issuerKey", id, null, Map.of());
        Log.infof("key %s signs credentials from now on", id);
        return key;
    }

    /** Puts a new key in the place of the active one. What that one signed stays verifiable; it signs no more. */
    @Transactional
    @Idempotent
    IssuerView.KeyView rotate() {
        keys.lock();
        keys.active().ifPresent(key -> {
            key.retire(clock.instant());
            audit.change("keyRetired", "issuerKey", key.id(), null, Map.of());
        });
        keys.flush();
        return IssuerView.KeyView.of(begin());
    }

    /**
     * Ends all belief in a key that somebody else may have; a new one takes its place when it was the active one.
     *
     * @throws ProblemException 404 when there is none with this id
     */
    @Transactional
    @Idempotent
    IssuerView.KeyView revoke(String id) {
        keys.lock();
        IssuerKey key = keys.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("key", id));
        boolean wasActive = key.retiredAt() == null;
        key.revoke(clock.instant());
        keys.flush();
        if (wasActive) {
            begin();
        }
        audit.change("keyRevoked", "issuerKey", id, null, Map.of());
        Log.warnf("key %s is revoked: what it signed is believed no longer", id);
        return IssuerView.KeyView.of(key);
    }

    @Transactional
    List<IssuerKey> known() {
        return keys.known();
    }

    /** One of our keys by its address in the issuer's document, whatever its state. */
    @Transactional
    public Optional<IssuerKey> at(String address) {
        String head = issuer.keyAddress("");
        return address.startsWith(head) ? keys.findByIdOptional(address.substring(head.length())) : Optional.empty();
    }
}
