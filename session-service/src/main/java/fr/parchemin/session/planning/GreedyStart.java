package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A first plan without a conflict, made candidate by candidate: all events of a candidate before one team, one after the
 * other, at the earliest end. What finds no place that way is placed event by event before whichever team is free. Candidates
 * with the least choice come first; when something is left over, other orders are tried. The local search begins here,
 * because from a plan full of conflicts it would need most of its time to remove them.
 */
final class GreedyStart {

    private static final int TRIES = 12;

    private final Task task;
    private final List<Passage> passages;
    private final Insertion insertion;
    private final Random random;

    GreedyStart(Insertion insertion, List<Passage> passages, long seed) {
        this.task = insertion.task();
        this.insertion = insertion;
        this.passages = passages;
        this.random = new Random(seed);
    }

    /** Gives every passage that it can a seat. */
    void run() {
        List<@Nullable Seat> best = List.of();
        int fewest = Integer.MAX_VALUE;
        List<Integer> order = byChoice();
        for (int attempt = 0; attempt < TRIES && fewest > 0; attempt++) {
            List<@Nullable Seat> seats = fill(order);
            int missing = (int) seats.stream().filter(s -> s == null).count();
            if (missing < fewest) {
                fewest = missing;
                best = seats;
            }
            if (attempt % 2 == 0) {
                order = new ArrayList<>(byChoice());
            }
            Collections.shuffle(order, random);
        }
        for (Passage p : passages) {
            if (!p.pinned()) {
                p.take(best.get(p.id()));
            }
        }
    }

    /** Candidates by the number of seats that they could take, those with the longest events first among equals. */
    private List<Integer> byChoice() {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < task.examinees().size(); c++) {
            order.add(c);
        }
        order.sort(Comparator.<Integer>comparingInt(c ->
                        of(c).stream().mapToInt(p -> p.seats().size()).min().orElse(0))
                .thenComparingInt(
                        c -> -of(c).stream().mapToInt(Passage::minutes).sum())
                .thenComparingInt(c -> c));
        return order;
    }

    private List<Passage> of(int examinee) {
        int events = task.events().size();
        return passages.subList(examinee * events, (examinee + 1) * events);
    }

    private List<@Nullable Seat> fill(List<Integer> order) {
        Occupancy occupancy = new Occupancy(task);
        List<@Nullable Seat> seats = new ArrayList<>(Collections.nCopies(passages.size(), null));
        for (Passage p : passages) {
            Seat seat = p.pinned() ? p.seat() : null;
            if (seat != null) {
                seats.set(p.id(), seat);
                occupancy.set(p, seat, true);
            }
        }
        for (int c : order) {
            List<Passage> own = of(c);
            List<@Nullable Seat> found = insertion.find(occupancy, own, seats);
            for (int e = 0; e < own.size(); e++) {
                Seat seat = found.get(e);
                if (!own.get(e).pinned() && seat != null) {
                    seats.set(own.get(e).id(), seat);
                    occupancy.set(own.get(e), seat, true);
                }
            }
        }
        return seats;
    }
}
