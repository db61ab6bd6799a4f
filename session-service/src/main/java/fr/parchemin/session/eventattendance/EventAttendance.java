package fr.parchemin.session.eventattendance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether and when a candidate passed one event, as the attendance sheet of the event has it (R71). */
@Entity
@Table(name = "event_attendance")
class EventAttendance {

    @EmbeddedId
    private Key key;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "session_id")
    private UUID sessionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private EventStatus status;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected EventAttendance() {
        // For Hibernate.
    }

    EventAttendance(UUID sessionId, Key key, EventAttendanceRequest request, Instant now, String author) {
        this.key = key;
        this.sessionId = sessionId;
        this.status = request.status();
        this.startedAt = request.startedAt();
        this.endedAt = request.endedAt();
        this.recordedAt = now;
        this.recordedBy = author;
    }

    /** The record is corrected. */
    void correct(EventAttendanceRequest request, Instant now, String author) {
        status = request.status();
        startedAt = request.startedAt();
        endedAt = request.endedAt();
        recordedAt = now;
        recordedBy = author;
    }

    Key key() {
        return key;
    }

    int version() {
        return version;
    }

    UUID sessionId() {
        return sessionId;
    }

    EventStatus status() {
        return status;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** Enrolment and event. */
    @Embeddable
    record Key(
            @Column(name = "enrolment_id") UUID enrolmentId,

            @Column(name = "event_code") String eventCode) implements Serializable {}
}
