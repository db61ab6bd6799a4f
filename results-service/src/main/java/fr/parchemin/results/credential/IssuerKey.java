package fr.parchemin.results.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs credentials, or did: one at a time is active. A retired one signs no more, for its private half is
 * destroyed, and what it signed stays verifiable. A revoked one is believed no longer.
 */
@Entity
@Table(name = "issuer_key")
public class IssuerKey {

    @Id
    private String id;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "private_key")
    private byte @Nullable [] privateKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected IssuerKey() {}

    IssuerKey(String id, byte[] publicKey, byte[] sealedPrivateKey, Instant now) {
        this.id = id;
        this.publicKey = publicKey.clone();
        this.privateKey = sealedPrivateKey.clone();
        this.createdAt = now;
    }

    void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
            privateKey = null;
        }
    }

    /** Somebody else may have it: nothing that it signed is believed from now on. */
    void revoke(Instant now) {
        retire(now);
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** The public key itself, as a Multikey writes it. */
    public String id() {
        return id;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    byte @Nullable [] sealedPrivateKey() {
        return privateKey == null ? null : privateKey.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant retiredAt() {
        return retiredAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }
}
