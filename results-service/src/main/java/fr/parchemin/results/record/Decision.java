package fr.parchemin.results.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the jury expressly decided on one candidate; without one the proposal stands. */
@Entity
@Table(name = "decision")
class Decision {

    /** In which record, on whom. */
    @Embeddable
    record Key(
            @Column(name = "record_id") UUID recordId,
            @Column(name = "enrolment_id") UUID enrolmentId) {}

    @EmbeddedId
    private Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "blocks")
    private List<String> blocks;

    @Column(name = "grant_title")
    private boolean grantTitle;

    @Column(name = "reasons")
    private String reasons;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(Key key, List<String> blocks, boolean grantTitle, String reasons, UUID decidedBy, Instant decidedAt) {
        this.key = key;
        this.blocks = List.copyOf(blocks);
        this.grantTitle = grantTitle;
        this.reasons = reasons;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    void replace(List<String> newBlocks, boolean title, String newReasons, UUID by, Instant at) {
        blocks = List.copyOf(newBlocks);
        grantTitle = title;
        reasons = newReasons;
        decidedBy = by;
        decidedAt = at;
    }

    UUID enrolmentId() {
        return key.enrolmentId();
    }

    List<String> blocks() {
        return blocks;
    }

    boolean grantTitle() {
        return grantTitle;
    }

    String reasons() {
        return reasons;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
