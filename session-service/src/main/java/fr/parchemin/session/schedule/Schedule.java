package fr.parchemin.session.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a session: with what it was made, and how far the search for a plan is. A search begins, tells that it is
 * alive, and ends; a process that is killed tells nothing any more, and the search counts as interrupted. The passages
 * themselves are rows of their own.
 */
@Entity
@Table(name = "schedule")
class Schedule {

    /** A search that was silent for longer is over. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "run")
    private UUID run;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ScheduleState state;

    @Column(name = "days")
    private List<LocalDate> days = List.of();

    @Column(name = "opens_at")
    private LocalTime opensAt;

    @Column(name = "closes_at")
    private LocalTime closesAt;

    @Column(name = "breaks")
    private String breaks;

    @Column(name = "room_ids")
    private List<UUID> roomIds = List.of();

    @Column(name = "actors")
    private int actors;

    @Column(name = "keep_passages")
    private boolean keepPassages;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "seed")
    private long seed;

    @Column(name = "seconds")
    private int seconds;

    @Column(name = "basis")
    private String basis;

    @Column(name = "node")
    private String node;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "alive_at")
    private Instant aliveAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "passages")
    private int passages;

    @Column(name = "placed")
    private int placed;

    @Column(name = "improvements")
    private int improvements;

    @Column(name = "complete_millis")
    private @Nullable Integer completeMillis;

    @Column(name = "elapsed_millis")
    private int elapsedMillis;

    @Column(name = "score")
    private @Nullable String score;

    @Column(name = "stop_wanted")
    private boolean stopWanted;

    @Column(name = "causes")
    private List<String> causes = List.of();

    @SuppressWarnings("NullAway.Init")
    protected Schedule() {
        // For Hibernate.
    }

    @SuppressWarnings("NullAway.Init")
    Schedule(UUID sessionId) {
        this.sessionId = sessionId;
    }

    /**
     * How a search is asked for.
     *
     * @param basis fingerprint of what the plan is made from
     * @param node who searches
     */
    record Search(
            UUID run,
            Settings settings,
            boolean keepPassages,
            @Nullable String reason,
            long seed,
            int seconds,
            String basis,
            String node,
            int passages) {}

    /** How far a search is. */
    record Progress(
            int placed,
            int improvements,
            @Nullable Integer completeMillis,
            int elapsedMillis,
            @Nullable String score) {}

    void begin(Search search, String author, Instant now) {
        run = search.run();
        state = ScheduleState.SOLVING;
        days = search.settings().days();
        opensAt = search.settings().opensAt();
        closesAt = search.settings().closesAt();
        breaks = search.settings().breakText();
        roomIds = search.settings().roomIds();
        actors = search.settings().actors();
        keepPassages = search.keepPassages();
        reason = search.reason();
        seed = search.seed();
        seconds = search.seconds();
        basis = search.basis();
        node = search.node();
        passages = search.passages();
        requestedBy = author;
        requestedAt = now;
        aliveAt = now;
        endedAt = null;
        stopWanted = false;
        causes = List.of();
        take(new Progress(0, 0, null, 0, null));
    }

    void alive(Progress progress, Instant now) {
        aliveAt = now;
        take(progress);
    }

    void wantStop() {
        stopWanted = true;
    }

    /** The search is over. */
    void end(ScheduleState how, Progress progress, List<String> why, Instant now) {
        state = how;
        causes = List.copyOf(why);
        aliveAt = now;
        endedAt = now;
        take(progress);
    }

    /** A passage was moved by hand. */
    void moved(int nowPlaced, List<String> why) {
        placed = nowPlaced;
        causes = List.copyOf(why);
        if (state == ScheduleState.SOLVED || state == ScheduleState.INCOMPLETE) {
            state = placed == passages ? ScheduleState.SOLVED : ScheduleState.INCOMPLETE;
        }
    }

    /** The state as it is true at {@code now}. */
    ScheduleState state(Instant now) {
        return state == ScheduleState.SOLVING
                        && Duration.between(aliveAt, now).abs().compareTo(SILENCE) > 0
                ? ScheduleState.INTERRUPTED
                : state;
    }

    Settings settings() {
        return new Settings(days, opensAt, closesAt, Settings.Break.parse(breaks), roomIds, actors);
    }

    private void take(Progress p) {
        placed = p.placed();
        improvements = p.improvements();
        completeMillis = p.completeMillis();
        elapsedMillis = p.elapsedMillis();
        score = p.score();
    }

    Progress progress() {
        return new Progress(placed, improvements, completeMillis, elapsedMillis, score);
    }

    UUID sessionId() {
        return sessionId;
    }

    int version() {
        return version;
    }

    UUID run() {
        return run;
    }

    long seed() {
        return seed;
    }

    int seconds() {
        return seconds;
    }

    @Nullable
    String reason() {
        return reason;
    }

    String basis() {
        return basis;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    int passages() {
        return passages;
    }

    boolean stopWanted() {
        return stopWanted;
    }

    List<String> causes() {
        return causes;
    }
}
