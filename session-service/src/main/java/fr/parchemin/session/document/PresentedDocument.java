package fr.parchemin.session.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A document that a candidate presented: its number and dates, never the file. It is recorded once and stays. */
@Entity
@Table(name = "presented_document")
class PresentedDocument {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private DocumentKind kind;

    @Column(name = "reference")
    private String reference;

    @Column(name = "issuer")
    private String issuer;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "valid_on_exam_day")
    private boolean validOnExamDay;

    @Column(name = "presented_at")
    private Instant presentedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected PresentedDocument() {
        // For Hibernate.
    }

    PresentedDocument(
            UUID id,
            UUID sessionId,
            UUID enrolmentId,
            Certificate certificate,
            boolean validOnExamDay,
            Instant presentedAt,
            String recordedBy) {
        this.id = id;
        this.sessionId = sessionId;
        this.enrolmentId = enrolmentId;
        this.kind = certificate.kind();
        this.reference = certificate.reference();
        this.issuer = certificate.issuer();
        this.issuedOn = certificate.issuedOn();
        this.validUntil = certificate.validUntil();
        this.validOnExamDay = validOnExamDay;
        this.presentedAt = presentedAt;
        this.recordedBy = recordedBy;
    }

    /** What the paper says. */
    record Certificate(DocumentKind kind, String reference, String issuer, LocalDate issuedOn, LocalDate validUntil) {}

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    Certificate certificate() {
        return new Certificate(kind, reference, issuer, issuedOn, validUntil);
    }

    boolean validOnExamDay() {
        return validOnExamDay;
    }

    Instant presentedAt() {
        return presentedAt;
    }
}
