package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A juror who does not judge one candidate (R52 to R55). */
@Entity
@Table(name = "recusal")
public class Recusal {

    /** Which enrolment, which juror. */
    @Embeddable
    public record Key(
            @Column(name = "enrolment_id") UUID enrolmentId,
            @Column(name = "juror_id") UUID jurorId) {}

    @EmbeddedId
    private Key key;

    @SuppressWarnings("NullAway.Init")
    protected Recusal() {}

    Recusal(UUID enrolmentId, UUID jurorId) {
        this.key = new Key(enrolmentId, jurorId);
    }

    public Key key() {
        return key;
    }
}
