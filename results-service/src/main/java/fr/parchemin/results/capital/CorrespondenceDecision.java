package fr.parchemin.results.capital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of correspondence between two versions of a title that the authority entered from the arrêté (R11). */
@Entity
@Immutable
@Table(name = "correspondence")
class CorrespondenceDecision {

    @Id
    private UUID id;

    @Column(name = "from_number")
    private String fromNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "from_blocks")
    private List<String> fromBlocks;

    @Column(name = "to_number")
    private String toNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "to_blocks")
    private List<String> toBlocks;

    @Column(name = "reference")
    private String reference;

    @Column(name = "reason")
    private String reason;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected CorrespondenceDecision() {}

    CorrespondenceDecision(Fact.Correspondence row, String reason, Instant recordedAt, String recordedBy) {
        this.id = row.id();
        this.fromNumber = row.from();
        this.fromBlocks = row.fromBlocks();
        this.toNumber = row.to();
        this.toBlocks = row.toBlocks();
        this.reference = row.reference();
        this.reason = reason;
        this.decidedOn = row.on();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    Fact.Correspondence row() {
        return new Fact.Correspondence(id, fromNumber, fromBlocks, toNumber, toBlocks, decidedOn, reference);
    }

    UUID id() {
        return id;
    }

    String reason() {
        return reason;
    }
}
