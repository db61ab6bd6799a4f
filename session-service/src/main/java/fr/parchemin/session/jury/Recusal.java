package fr.parchemin.session.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A conflict between one juror and one candidate, declared or found in the data (R55). The juror may judge the others. It
 * is recorded once and stays.
 */
@Entity
@Table(name = "recusal")
class Recusal {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "juror_id")
    private UUID jurorId;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "ground")
    private Ground ground;

    @Enumerated(EnumType.STRING)
    @Column(name = "declared_by")
    private DeclaredBy declaredBy;

    @Column(name = "excludes")
    private boolean excludes;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Recusal() {
        // For Hibernate.
    }

    Recusal(
            UUID id,
            UUID sessionId,
            UUID jurorId,
            UUID enrolmentId,
            Ground ground,
            DeclaredBy declaredBy,
            boolean excludes,
            String recordedBy,
            Instant now) {
        this.id = id;
        this.sessionId = sessionId;
        this.jurorId = jurorId;
        this.enrolmentId = enrolmentId;
        this.ground = ground;
        this.declaredBy = declaredBy;
        this.excludes = excludes;
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID jurorId() {
        return jurorId;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    Ground ground() {
        return ground;
    }

    DeclaredBy declaredBy() {
        return declaredBy;
    }

    /** Whether the juror is out for this candidate; not when the rule only warns. */
    boolean excludes() {
        return excludes;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
