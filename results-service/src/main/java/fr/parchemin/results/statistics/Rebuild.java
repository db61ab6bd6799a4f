package fr.parchemin.results.statistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One count of everything from the start: first every session, then every level of the sums. */
@Entity
@Table(name = "statistics_rebuild")
class Rebuild {

    /** How far it is. */
    enum State {
        RUNNING,
        DONE
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "ordered_by")
    private String orderedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "total")
    private long total;

    @Column(name = "done")
    private long done;

    @Column(name = "after")
    private @Nullable UUID after;

    /** 0 while sessions are counted, then 1 while they are rounded, then one more than the levels that are summed. */
    @Column(name = "step")
    private int step;

    @SuppressWarnings("NullAway.Init")
    protected Rebuild() {}

    Rebuild(UUID id, String orderedBy, long total, Instant now) {
        this.id = id;
        this.state = State.RUNNING;
        this.orderedBy = orderedBy;
        this.startedAt = now;
        this.total = total;
    }

    void counted(UUID last, int many) {
        after = last;
        done += many;
    }

    void next() {
        step++;
    }

    void end(Instant now) {
        state = State.DONE;
        total = done;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    long total() {
        return total;
    }

    long done() {
        return done;
    }

    @Nullable
    UUID after() {
        return after;
    }

    int step() {
        return step;
    }
}
