package fr.parchemin.results.capital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Booklets to be computed again because rows of correspondence changed: those of whoever obtained one of some blocks. */
@Entity
@Table(name = "booklet_task")
class BookletTask {

    @Id
    private UUID id;

    @Column(name = "reason")
    private String reason;

    /** Numbers of the titles whose blocks the change is about. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "codes")
    private List<String> certifications;

    @Column(name = "after")
    private @Nullable UUID after;

    @Column(name = "done")
    private long done;

    @Column(name = "changed")
    private long changed;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected BookletTask() {}

    BookletTask(UUID id, String reason, List<String> certifications, Instant createdAt) {
        this.id = id;
        this.reason = reason;
        this.certifications = List.copyOf(certifications);
        this.createdAt = createdAt;
    }

    void advance(UUID last, long looked, long different) {
        after = last;
        done += looked;
        changed += different;
    }

    void end(Instant at) {
        endedAt = at;
    }

    UUID id() {
        return id;
    }

    String reason() {
        return reason;
    }

    List<String> certifications() {
        return certifications;
    }

    @Nullable
    UUID after() {
        return after;
    }

    long done() {
        return done;
    }

    long changed() {
        return changed;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
