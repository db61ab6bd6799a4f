package fr.parchemin.results.capital;

import fr.parchemin.kit.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A block that counts by a correspondence, since when and why. It follows from the facts and is kept only so that a change
 * can be told once, with its reason.
 */
@Entity
@Table(name = "recognition")
class Recognition {

    @Id
    private UUID id;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "certification_number")
    private String certificationNumber;

    @Column(name = "block_code")
    private String blockCode;

    @Column(name = "correspondence_id")
    private UUID correspondenceId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "from_blocks")
    private List<String> fromBlocks;

    @Column(name = "recognised_on")
    private LocalDate recognisedOn;

    @Column(name = "reason")
    private String reason;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @SuppressWarnings("NullAway.Init")
    protected Recognition() {}

    Recognition(
            UUID candidateId,
            String certificationNumber,
            String blockCode,
            UUID correspondenceId,
            List<String> fromBlocks,
            LocalDate recognisedOn,
            String reason) {
        this.id = Ids.next();
        this.candidateId = candidateId;
        this.certificationNumber = certificationNumber;
        this.blockCode = blockCode;
        this.correspondenceId = correspondenceId;
        this.fromBlocks = List.copyOf(fromBlocks);
        this.recognisedOn = recognisedOn;
        this.reason = reason;
    }

    void end(LocalDate on, String why) {
        endedOn = on;
        endReason = why;
    }

    UUID candidateId() {
        return candidateId;
    }

    String certificationNumber() {
        return certificationNumber;
    }

    String blockCode() {
        return blockCode;
    }

    UUID correspondenceId() {
        return correspondenceId;
    }
}
