package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a suspicion of fraud was put in writing: the record mentions it (R115), and the jury decides nothing on it (R119).
 * What was seen and by whom stays with the centre and the authority (R135).
 */
@Entity
@Table(name = "fraud_report")
public class FraudReport {

    @Id
    private UUID id;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Column(name = "event_code")
    private @Nullable String eventCode;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @SuppressWarnings("NullAway.Init")
    protected FraudReport() {}

    FraudReport(SessionEvent.FraudReported told) {
        this.id = told.reportId();
        this.enrolmentId = told.enrolmentId();
        this.eventCode = told.eventCode();
        this.occurredAt = told.occurredAt();
        this.reportedAt = told.reportedAt();
    }

    public UUID enrolmentId() {
        return enrolmentId;
    }

    /** The event of the plan at which it happened, null outside of one. */
    public @Nullable String eventCode() {
        return eventCode;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Instant reportedAt() {
        return reportedAt;
    }
}
