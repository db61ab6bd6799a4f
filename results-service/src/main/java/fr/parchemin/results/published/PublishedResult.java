package fr.parchemin.results.published;

import fr.parchemin.results.record.BlockResult;
import fr.parchemin.results.record.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one enrolment by one record, fixed at its validation and visible outside from the notification on, until a
 * rectifying record says otherwise.
 */
@Entity
@Table(name = "published_result")
public class PublishedResult {

    /** By which record, of whom. */
    @Embeddable
    record Key(
            @Column(name = "record_id") UUID recordId,
            @Column(name = "enrolment_id") UUID enrolmentId) {}

    @EmbeddedId
    private Key key;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "block_code")
    private @Nullable String blockCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "blocks")
    private List<BlockResult> blocks;

    @Column(name = "title_awarded")
    private boolean titleAwarded;

    @Column(name = "centre_siret")
    private String centreSiret;

    @Column(name = "training_provider_siret")
    private @Nullable String trainingProviderSiret;

    @Column(name = "entered_by_siret")
    private @Nullable String enteredBySiret;

    @Column(name = "notified_at")
    private @Nullable Instant notifiedAt;

    @Column(name = "updated_at")
    private @Nullable Instant updatedAt;

    @Column(name = "superseded")
    private boolean superseded;

    @Column(name = "annulled_on")
    private @Nullable LocalDate annulledOn;

    @SuppressWarnings("NullAway.Init")
    protected PublishedResult() {}

    PublishedResult(
            UUID enrolmentId,
            UUID recordId,
            UUID sessionId,
            UUID candidateId,
            String certificationNumber,
            @Nullable String blockCode,
            Outcome outcome,
            List<BlockResult> blocks,
            boolean titleAwarded,
            String centreSiret,
            @Nullable String trainingProviderSiret,
            @Nullable String enteredBySiret) {
        this.key = new Key(recordId, enrolmentId);
        this.sessionId = sessionId;
        this.candidateId = candidateId;
        this.certificationNumber = certificationNumber;
        this.blockCode = blockCode;
        this.outcome = outcome;
        this.blocks = List.copyOf(blocks);
        this.titleAwarded = titleAwarded;
        this.centreSiret = centreSiret;
        this.trainingProviderSiret = trainingProviderSiret;
        this.enteredBySiret = enteredBySiret;
    }

    void notified(Instant at) {
        notifiedAt = at;
        updatedAt = at;
    }

    /** R108: another record has taken the place of this one. */
    void supersede() {
        superseded = true;
    }

    /** R121: the session is void, and so is what came of it. */
    void annul(LocalDate on, Instant at) {
        annulledOn = on;
        updatedAt = at;
    }

    UUID enrolmentId() {
        return key.enrolmentId();
    }

    UUID recordId() {
        return key.recordId();
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID candidateId() {
        return candidateId;
    }

    String certificationNumber() {
        return certificationNumber;
    }

    @Nullable
    String blockCode() {
        return blockCode;
    }

    Outcome outcome() {
        return outcome;
    }

    List<BlockResult> blocks() {
        return blocks;
    }

    boolean titleAwarded() {
        return titleAwarded;
    }

    @Nullable
    Instant notifiedAt() {
        return notifiedAt;
    }

    /** When what shows of it last changed. */
    @Nullable
    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    LocalDate annulledOn() {
        return annulledOn;
    }
}
