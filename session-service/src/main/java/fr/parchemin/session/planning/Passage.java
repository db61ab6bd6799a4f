package fr.parchemin.session.planning;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One candidate in one event, to be given a seat. What the solver reads and writes has to be public; nobody else does. */
@PlanningEntity
public class Passage {

    @PlanningId
    public int id;

    private int examinee;
    private int event;
    private int minutes;
    private boolean simulation;
    /** One bit for each event that this one comes after. */
    private long after;

    private List<Seat> seats = List.of();

    @PlanningPin
    public boolean pinned;

    @PlanningVariable(allowsUnassigned = true)
    public @Nullable Seat seat;

    /** For the solver, which copies. */
    public Passage() {}

    Passage(
            int id,
            int examinee,
            int event,
            int minutes,
            boolean simulation,
            long after,
            List<Seat> seats,
            @Nullable Seat seat,
            boolean pinned) {
        this.id = id;
        this.examinee = examinee;
        this.event = event;
        this.minutes = minutes;
        this.simulation = simulation;
        this.after = after;
        this.seats = seats;
        this.seat = seat;
        this.pinned = pinned;
    }

    /** Every seat that nothing forbids by itself. */
    @ValueRangeProvider
    public List<Seat> seats() {
        return seats;
    }

    void take(@Nullable Seat other) {
        seat = other;
    }

    @Nullable
    Seat seat() {
        return seat;
    }

    private Seat taken() {
        return Objects.requireNonNull(seat);
    }

    int id() {
        return id;
    }

    int examinee() {
        return examinee;
    }

    int event() {
        return event;
    }

    int minutes() {
        return minutes;
    }

    boolean simulation() {
        return simulation;
    }

    boolean pinned() {
        return pinned;
    }

    int start() {
        return taken().start();
    }

    int end() {
        return taken().start() + minutes;
    }

    int day() {
        return taken().day();
    }

    int room() {
        return taken().room();
    }

    Team team() {
        return taken().team();
    }

    boolean comesAfter(Passage other) {
        return (after & 1L << other.event) != 0;
    }

    /** Minutes during which both run. */
    int overlap(Passage other) {
        return Math.max(0, Math.min(end(), other.end()) - Math.max(start(), other.start()));
    }

    @Override
    public String toString() {
        return examinee + "/" + event + "@" + seat;
    }
}
