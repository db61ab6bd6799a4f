package fr.parchemin.session.identitycheck;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** That somebody of the centre looked at a candidate's official document: which kind, who and when; never its number. */
@Entity
@Table(name = "identity_check")
class IdentityCheck {

    @Id
    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "document")
    private String document;

    @Column(name = "checked_by")
    private String checkedBy;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected IdentityCheck() {
        // For Hibernate.
    }

    IdentityCheck(UUID sessionId, UUID enrolmentId, IdentityCheckRequest request, Instant now, String author) {
        this.sessionId = sessionId;
        this.enrolmentId = enrolmentId;
        this.document = request.document();
        this.checkedBy = request.checkedBy();
        this.checkedAt = now;
        this.recordedBy = author;
    }

    /** The check is made again. */
    void repeat(IdentityCheckRequest request, Instant now, String author) {
        document = request.document();
        checkedBy = request.checkedBy();
        checkedAt = now;
        recordedBy = author;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    int version() {
        return version;
    }

    UUID sessionId() {
        return sessionId;
    }

    String document() {
        return document;
    }

    String checkedBy() {
        return checkedBy;
    }

    Instant checkedAt() {
        return checkedAt;
    }
}
