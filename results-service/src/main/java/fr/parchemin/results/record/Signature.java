package fr.parchemin.results.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One juror's signature under a record (R107). */
@Entity
@Table(name = "signature")
class Signature {

    /** Which record, whose signature. */
    @Embeddable
    record Key(
            @Column(name = "record_id") UUID recordId,
            @Column(name = "juror_id") UUID jurorId) {}

    @EmbeddedId
    private Key key;

    @Column(name = "signed_at")
    private Instant signedAt;

    @SuppressWarnings("NullAway.Init")
    protected Signature() {}

    Signature(UUID recordId, UUID jurorId, Instant signedAt) {
        this.key = new Key(recordId, jurorId);
        this.signedAt = signedAt;
    }

    UUID recordId() {
        return key.recordId();
    }

    UUID jurorId() {
        return key.jurorId();
    }

    Instant signedAt() {
        return signedAt;
    }
}
