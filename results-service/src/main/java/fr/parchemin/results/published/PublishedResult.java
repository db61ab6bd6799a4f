package fr.parchemin.results.published;

import fr.parchemin.results.record.BlockResult;
import fr.parchemin.results.record.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The outcome of one enrolment, fixed at the validation of its record and visible outside from the notification on. */
@Entity
@Table(name = "published_result")
public class PublishedResult {

    @Id
    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    @Column(name = "record_id")
    private UUID recordId;

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
        this.enrolmentId = enrolmentId;
        this.recordId = recordId;
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
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    UUID recordId() {
        return recordId;
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
}
