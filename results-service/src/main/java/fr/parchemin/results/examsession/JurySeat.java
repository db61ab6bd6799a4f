package fr.parchemin.results.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A juror's seat in the jury of a session. */
@Entity
@Table(name = "session_juror")
public class JurySeat {

    /** Which session, which juror. */
    @Embeddable
    public record Key(
            @Column(name = "session_id") UUID sessionId,
            @Column(name = "juror_id") UUID jurorId) {}

    @EmbeddedId
    private Key key;

    @Column(name = "present")
    private boolean present;

    @SuppressWarnings("NullAway.Init")
    protected JurySeat() {}

    JurySeat(UUID sessionId, UUID jurorId) {
        this.key = new Key(sessionId, jurorId);
    }

    void present(boolean wasThere) {
        present = wasThere;
    }

    public UUID jurorId() {
        return key.jurorId();
    }

    /** Whether the juror was there at the opening: those deliberate and sign. */
    public boolean present() {
        return present;
    }
}
