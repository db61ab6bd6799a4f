package fr.parchemin.session.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The administration forbids somebody to sit, in every centre and for every title (R25, R116). A ban that is lifted stays in history. */
@Entity
@Table(name = "exam_ban")
class ExamBan {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "fraud_report_id")
    private @Nullable UUID fraudReportId;

    @Column(name = "decision")
    private String decision;

    @Column(name = "notified_on")
    private LocalDate notifiedOn;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "lifted_on")
    private @Nullable LocalDate liftedOn;

    @Column(name = "lifting_reason")
    private @Nullable String liftingReason;

    @SuppressWarnings("NullAway.Init")
    protected ExamBan() {
        // For Hibernate.
    }

    ExamBan(UUID id, UUID candidateId, BanRequest request, Instant now, String author) {
        this.id = id;
        this.candidateId = candidateId;
        this.fraudReportId = request.fraudReportId();
        this.decision = request.decision();
        this.notifiedOn = request.notifiedOn();
        this.lastDay = request.lastDay();
        this.recordedAt = now;
        this.recordedBy = author;
    }

    /** Ends it before its time; a second time changes nothing. */
    void lift(LocalDate day, String reason) {
        if (liftedOn == null) {
            liftedOn = day;
            liftingReason = reason;
        }
    }

    UUID id() {
        return id;
    }

    UUID candidateId() {
        return candidateId;
    }

    @Nullable
    UUID fraudReportId() {
        return fraudReportId;
    }

    String decision() {
        return decision;
    }

    LocalDate notifiedOn() {
        return notifiedOn;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    @Nullable
    LocalDate liftedOn() {
        return liftedOn;
    }

    @Nullable
    String liftingReason() {
        return liftingReason;
    }
}
