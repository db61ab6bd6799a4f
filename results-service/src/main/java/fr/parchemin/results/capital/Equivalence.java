package fr.parchemin.results.capital;

import fr.parchemin.results.capital.Fact.Gain;
import fr.parchemin.results.capital.Fact.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A decision of the authority that a candidate holds some blocks of a title, or the whole of it, without an examination
 * (R13). Never changed; one that is taken back has a {@link Voiding}.
 */
@Entity
@Immutable
@Table(name = "equivalence")
class Equivalence {

    @Id
    private UUID id;

    @Column(name = "candidate_id")
    private UUID candidateId;

    @Column(name = "certification_number")
    private String certificationNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "blocks")
    private List<String> blocks;

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
    protected Equivalence() {}

    Equivalence(
            UUID id,
            UUID candidateId,
            String certificationNumber,
            List<String> blocks,
            String reference,
            String reason,
            LocalDate decidedOn,
            Instant recordedAt,
            String recordedBy) {
        this.id = id;
        this.candidateId = candidateId;
        this.certificationNumber = certificationNumber;
        this.blocks = List.copyOf(blocks);
        this.reference = reference;
        this.reason = reason;
        this.decidedOn = decidedOn;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** One gain for each block, or one for the title. */
    List<Gain> gains() {
        return blocks.isEmpty()
                ? List.of(gain(Kind.TITLE, null))
                : blocks.stream().map(code -> gain(Kind.BLOCK, code)).toList();
    }

    private Gain gain(Kind kind, @Nullable String code) {
        UUID gainId = UUID.nameUUIDFromBytes((id + "/" + code).getBytes(StandardCharsets.UTF_8));
        return new Gain(gainId, kind, certificationNumber, null, code, decidedOn, null, null, id, Set.of());
    }

    UUID id() {
        return id;
    }

    UUID candidateId() {
        return candidateId;
    }

    String certificationNumber() {
        return certificationNumber;
    }

    List<String> blocks() {
        return blocks;
    }

    String reference() {
        return reference;
    }

    String reason() {
        return reason;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
