package fr.parchemin.results.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The administrative act by which awards print another version of an identity than the one frozen at the exam (R123). The
 * record stays as signed; the former version stays beside the new one.
 */
@Entity
@Immutable
@Table(name = "identity_correction")
class IdentityCorrection {

    @Id
    private UUID id;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "former_version")
    private int formerVersion;

    @Column(name = "version")
    private int version;

    @Column(name = "reason")
    private String reason;

    @Column(name = "document")
    private String document;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected IdentityCorrection() {}

    IdentityCorrection(UUID id, IdentityCorrectionRequest request, Instant recordedAt, String recordedBy) {
        this.id = id;
        this.candidateId = request.candidateId();
        this.formerVersion = request.formerVersion();
        this.version = request.version();
        this.reason = request.reason();
        this.document = request.document();
        this.decidedOn = request.decidedOn();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    UUID id() {
        return id;
    }

    UUID candidateId() {
        return candidateId;
    }

    int formerVersion() {
        return formerVersion;
    }

    int version() {
        return version;
    }

    String reason() {
        return reason;
    }

    String document() {
        return document;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
