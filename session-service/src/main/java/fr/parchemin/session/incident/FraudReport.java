package fr.parchemin.session.incident;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A written suspicion of fraud, signed by witnesses (R115). It is written once and stays; the administration decides what
 * follows, the jury nothing.
 */
@Entity
@Table(name = "fraud_report")
class FraudReport {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Column(name = "event_code")
    private @Nullable String eventCode;

    @Column(name = "facts")
    private String facts;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "candidate_continues")
    private boolean candidateContinues;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @ElementCollection
    @CollectionTable(name = "fraud_witness", joinColumns = @JoinColumn(name = "report_id"))
    private Set<Witness> witnesses = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "fraud_accomplice", joinColumns = @JoinColumn(name = "report_id"))
    private Set<Accomplice> accomplices = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected FraudReport() {
        // For Hibernate.
    }

    FraudReport(UUID id, UUID sessionId, FraudReportRequest request, Instant now, String author) {
        this.id = id;
        this.sessionId = sessionId;
        this.enrolmentId = request.enrolmentId();
        this.eventCode = request.eventCode();
        this.facts = request.facts();
        this.occurredAt = request.occurredAt();
        this.candidateContinues = request.candidateContinues();
        this.reportedBy = request.reportedBy();
        this.recordedAt = now;
        this.recordedBy = author;
        request.witnesses().forEach(w -> witnesses.add(new Witness(w.name(), w.quality(), w.signedOn())));
        request.allAccomplices().forEach(a -> accomplices.add(new Accomplice(a.name(), a.candidateId())));
    }

    /** Who saw it and signed. */
    @Embeddable
    record Witness(
            @Column(name = "name") String name,
            @Column(name = "quality") String quality,
            @Column(name = "signed_on") LocalDate signedOn) {}

    /** Who helped. */
    @Embeddable
    record Accomplice(
            @Column(name = "name") String name,

            @Column(name = "candidate_id") @Nullable UUID candidateId) {}

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    @Nullable
    String eventCode() {
        return eventCode;
    }

    String facts() {
        return facts;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    boolean candidateContinues() {
        return candidateContinues;
    }

    String reportedBy() {
        return reportedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    List<Witness> witnesses() {
        return witnesses.stream().sorted(Comparator.comparing(Witness::name)).toList();
    }

    List<Accomplice> accomplices() {
        return accomplices.stream()
                .sorted(Comparator.comparing(Accomplice::name))
                .toList();
    }
}
