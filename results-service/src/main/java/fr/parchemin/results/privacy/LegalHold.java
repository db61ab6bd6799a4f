package fr.parchemin.results.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A session whose data no purge touches before a day, as in an appeal (R120, R134). */
@Entity
@Immutable
@Table(name = "legal_hold")
class LegalHold {

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "reason")
    private String reason;

    @Column(name = "until")
    private LocalDate until;

    @Column(name = "set_at")
    private Instant setAt;

    @SuppressWarnings("NullAway.Init")
    protected LegalHold() {}

    UUID sessionId() {
        return sessionId;
    }

    String reason() {
        return reason;
    }

    LocalDate until() {
        return until;
    }

    Instant setAt() {
        return setAt;
    }
}
