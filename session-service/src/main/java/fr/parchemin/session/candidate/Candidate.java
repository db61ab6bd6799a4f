package fr.parchemin.session.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sit examinations. Who created the record owns it; its identity has versions, and from the first exam
 * day on the centre no longer changes it (R122).
 */
@Entity
@Table(name = "candidate")
class Candidate {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "external_ref")
    private @Nullable String externalRef;

    @Column(name = "created_by_siret")
    private String createdBySiret;

    @Column(name = "identity_version")
    private int identityVersion;

    @Column(name = "frozen_at")
    private @Nullable Instant frozenAt;

    @Column(name = "postal_code")
    private @Nullable String postalCode;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "employer_siret")
    private @Nullable String employerSiret;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Candidate() {
        // For Hibernate.
    }

    Candidate(UUID id, @Nullable String externalRef, String createdBySiret, Instant now) {
        this.id = id;
        this.externalRef = externalRef;
        this.createdBySiret = createdBySiret;
        this.identityVersion = 1;
        this.createdAt = now;
    }

    /** Sets what may change at any time. */
    void reach(@Nullable String newPostalCode, @Nullable String newEmail, @Nullable String newEmployerSiret) {
        postalCode = newPostalCode;
        email = newEmail;
        employerSiret = newEmployerSiret;
    }

    /**
     * Takes a corrected identity.
     *
     * @return its version
     */
    int correctIdentity() {
        if (frozenAt != null) {
            throw new IllegalStateException("the identity is frozen");
        }
        return ++identityVersion;
    }

    /**
     * Takes an identity that the authority corrects, which the freeze does not bind (R123).
     *
     * @return its version
     */
    int correctFrozenIdentity() {
        return ++identityVersion;
    }

    /**
     * Freezes the identity: the candidate is present at an examination.
     *
     * @return the version that records and awards of this examination print
     */
    int freeze(Instant now) {
        if (frozenAt == null) {
            frozenAt = now;
        }
        return identityVersion;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    @Nullable
    String externalRef() {
        return externalRef;
    }

    String createdBySiret() {
        return createdBySiret;
    }

    int identityVersion() {
        return identityVersion;
    }

    boolean frozen() {
        return frozenAt != null;
    }

    @Nullable
    String postalCode() {
        return postalCode;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String employerSiret() {
        return employerSiret;
    }

    Instant createdAt() {
        return createdAt;
    }
}
