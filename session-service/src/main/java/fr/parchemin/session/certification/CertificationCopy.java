package fr.parchemin.session.certification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last snapshot of a certification, as text. It begins with the first event and follows the later ones. */
@Entity
@Table(name = "certification")
class CertificationCopy {

    @Id
    @Column(name = "number")
    private String number;

    @Column(name = "sequence")
    private long sequence;

    @Column(name = "snapshot")
    private String snapshot;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected CertificationCopy() {
        // For Hibernate.
    }

    CertificationCopy(String number, long sequence, String snapshot, Instant now) {
        this.number = number;
        this.sequence = sequence;
        this.snapshot = snapshot;
        this.updatedAt = now;
    }

    /**
     * Takes a newer snapshot.
     *
     * @return whether it was newer
     */
    boolean follow(long newSequence, String newSnapshot, Instant now) {
        if (newSequence <= sequence) {
            return false;
        }
        sequence = newSequence;
        snapshot = newSnapshot;
        updatedAt = now;
        return true;
    }

    String number() {
        return number;
    }

    String snapshot() {
        return snapshot;
    }
}
