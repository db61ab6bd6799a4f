package fr.parchemin.session.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that disturbed a session, one candidate or one event. It is recorded once and stays. */
@Entity
@Table(name = "incident")
class Incident {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "enrolment_id")
    private @Nullable UUID enrolmentId;

    @Column(name = "event_code")
    private @Nullable String eventCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private IncidentType type;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "for_candidate")
    private @Nullable String forCandidate;

    @Column(name = "for_organisation")
    private @Nullable String forOrganisation;

    @Column(name = "internal")
    private @Nullable String internal;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Incident() {
        // For Hibernate.
    }

    Incident(UUID id, UUID sessionId, IncidentRequest request, Instant now, String author) {
        this.id = id;
        this.sessionId = sessionId;
        this.enrolmentId = request.enrolmentId();
        this.eventCode = request.eventCode();
        this.type = request.type();
        this.occurredAt = request.occurredAt();
        this.forCandidate = request.comments().candidate();
        this.forOrganisation = request.comments().organisation();
        this.internal = request.comments().internal();
        this.recordedAt = now;
        this.recordedBy = author;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    @Nullable
    UUID enrolmentId() {
        return enrolmentId;
    }

    @Nullable
    String eventCode() {
        return eventCode;
    }

    IncidentType type() {
        return type;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Comments comments() {
        return new Comments(forCandidate, forOrganisation, internal);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
