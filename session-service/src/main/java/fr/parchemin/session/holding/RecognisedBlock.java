package fr.parchemin.session.holding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A block that counts for a candidate without an examination of it (R11, R13), until the recognition ends. */
@Entity
@Table(name = "recognised_block")
class RecognisedBlock {

    @EmbeddedId
    private Key key;

    @Column(name = "recognised_on")
    private LocalDate recognisedOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @SuppressWarnings("NullAway.Init")
    protected RecognisedBlock() {
        // For Hibernate.
    }

    RecognisedBlock(Key key, LocalDate recognisedOn) {
        this.key = key;
        this.recognisedOn = recognisedOn;
    }

    /** Counts again, unless this is older than the end known. */
    void recognise(LocalDate day) {
        if (endedOn == null || !day.isBefore(endedOn)) {
            recognisedOn = day;
            endedOn = null;
        }
    }

    /** Counts no longer, unless this is older than the recognition known. */
    void end(LocalDate day) {
        if (!day.isBefore(recognisedOn)) {
            endedOn = day;
        }
    }

    /** Whose block it is, of which certification. */
    @Embeddable
    record Key(
            @Column(name = "candidate_id") UUID candidateId,
            @Column(name = "certification_number") String certificationNumber,
            @Column(name = "block_code") String blockCode)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }
}
