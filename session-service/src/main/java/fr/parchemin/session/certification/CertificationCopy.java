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

    String number() {
        return number;
    }

    String snapshot() {
        return snapshot;
    }
}
