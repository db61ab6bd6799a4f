package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Finds seats for all events of one candidate among those that are free, so that no conflict arises. */
final class Insertion {

    /** So many beginnings of a candidate are compared. */
    private static final int BEGINNINGS = 24;
    /** A minute of waiting counts like so many minutes later. */
    private static final int WAITING = 2;

    private static final int MOST_ORDERS = 24;
    /** So many beginnings are tried by chance. */
    private static final int CHANCES = 12;

    private final Task task;
    private final List<Team> teams;
    private final List<int[]> orders;

    Insertion(Task task, List<Team> teams) {
        this.task = task;
        this.teams = teams;
        this.orders = orders(task);
    }

    Task task() {
        return task;
    }

    /** Before one team if that can be, otherwise before whichever is free; null for what finds no seat. */
    List<@Nullable Seat> find(Occupancy occupancy, List<Passage> own, List<@Nullable Seat> seats) {
        List<@Nullable Seat> found = together(occupancy, own, seats);
        return found.isEmpty() ? apart(occupancy, own, seats) : found;
    }

    /** The shortest stay of a few that begin by chance; otherwise as {@link #find} does. */
    List<@Nullable Seat> findByChance(
            Occupancy occupancy, List<Passage> own, List<@Nullable Seat> seats, RandomGenerator random) {
        if (own.stream().anyMatch(p -> seats.get(p.id()) != null)) {
            return apart(occupancy, own, seats);
        }
        List<@Nullable Seat> best = List.of();
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < CHANCES; i++) {
            int[] order = orders.get(random.nextInt(orders.size()));
            Passage first = own.get(order[0]);
            if (first.seats().isEmpty()) {
                break;
            }
            Seat begin = first.seats().get(random.nextInt(first.seats().size()));
            if (!occupancy.isFree(first, begin)) {
                continue;
            }
            List<@Nullable Seat> chain = chain(occupancy, own, order, begin, begin.start() + Task.DAY);
            if (!chain.isEmpty()) {
                int stay = stay(own, chain, begin);
                if (stay < shortest) {
                    shortest = stay;
                    best = chain;
                }
            }
        }
        return best.isEmpty() ? find(occupancy, own, seats) : best;
    }

    private static int stay(List<Passage> own, List<@Nullable Seat> chain, Seat begin) {
        int end = 0;
        for (int e = 0; e < chain.size(); e++) {
            Seat seat = chain.get(e);
            if (seat != null) {
                end = Math.max(end, seat.start() + own.get(e).minutes());
            }
        }
        return end - begin.start();
    }

    /** All events before one team, in the best of the allowed orders; empty when there is no such way. */
    private List<@Nullable Seat> together(Occupancy occupancy, List<Passage> own, List<@Nullable Seat> seats) {
        if (own.stream().anyMatch(p -> seats.get(p.id()) != null)) {
            return List.of();
        }
        List<@Nullable Seat> best = List.of();
        int least = Integer.MAX_VALUE;
        for (Team team : teams) {
            for (int[] order : orders) {
                int beginnings = 0;
                Passage first = own.get(order[0]);
                for (Seat begin : first.seats()) {
                    if (begin.team() != team || !occupancy.isFree(first, begin)) {
                        continue;
                    }
                    if (++beginnings > BEGINNINGS || begin.start() >= least) {
                        break;
                    }
                    List<@Nullable Seat> chain = chain(occupancy, own, order, begin, least);
                    if (!chain.isEmpty()) {
                        int cost = cost(own, chain, begin);
                        if (cost < least) {
                            least = cost;
                            best = chain;
                        }
                    }
                }
            }
        }
        return best;
    }

    private List<@Nullable Seat> chain(Occupancy occupancy, List<Passage> own, int[] order, Seat begin, int least) {
        List<@Nullable Seat> chain = new ArrayList<>(Collections.nCopies(own.size(), null));
        chain.set(order[0], begin);
        int at = begin.start() + own.get(order[0]).minutes();
        for (int i = 1; i < order.length; i++) {
            Passage p = own.get(order[i]);
            Seat next = earliest(occupancy, p, begin.team(), at);
            if (next == null || next.start() >= least) {
                return List.of();
            }
            chain.set(order[i], next);
            at = next.start() + p.minutes();
        }
        return chain;
    }

    private static int cost(List<Passage> own, List<@Nullable Seat> chain, Seat begin) {
        int end = 0;
        int busy = 0;
        for (int e = 0; e < chain.size(); e++) {
            Seat seat = chain.get(e);
            if (seat != null) {
                end = Math.max(end, seat.start() + own.get(e).minutes());
                busy += own.get(e).minutes();
            }
        }
        return end + WAITING * (end - begin.start() - busy);
    }

    /** Event by event, before whichever team is free first. */
    private List<@Nullable Seat> apart(Occupancy occupancy, List<Passage> own, List<@Nullable Seat> seats) {
        List<@Nullable Seat> best = new ArrayList<>(Collections.nCopies(own.size(), null));
        int most = -1;
        for (int[] order : orders) {
            List<@Nullable Seat> found = new ArrayList<>(Collections.nCopies(own.size(), null));
            int count = 0;
            for (int e : order) {
                Passage p = own.get(e);
                Seat kept = seats.get(p.id());
                if (kept != null) {
                    found.set(e, kept);
                    count++;
                    continue;
                }
                int from = 0;
                int until = Integer.MAX_VALUE;
                for (Passage other : own) {
                    Seat placed = found.get(other.event()) == null ? seats.get(other.id()) : found.get(other.event());
                    if (placed != null && p.comesAfter(other)) {
                        from = Math.max(from, placed.start() + other.minutes());
                    }
                    if (placed != null && other.comesAfter(p)) {
                        until = Math.min(until, placed.start() - p.minutes());
                    }
                }
                Seat seat = free(occupancy, p, own, found, from, until);
                if (seat != null) {
                    found.set(e, seat);
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = found;
            }
        }
        return best;
    }

    private static @Nullable Seat free(
            Occupancy occupancy, Passage p, List<Passage> own, List<@Nullable Seat> found, int from, int until) {
        for (Seat s : p.seats()) {
            if (s.start() < from || s.start() > until || !occupancy.isFree(p, s)) {
                continue;
            }
            boolean clash = false;
            for (Passage other : own) {
                Seat placed = found.get(other.event());
                clash |= placed != null
                        && s.start() < placed.start() + other.minutes()
                        && placed.start() < s.start() + p.minutes();
            }
            if (!clash) {
                return s;
            }
        }
        return null;
    }

    /** Seats come in the order of time. */
    private static @Nullable Seat earliest(Occupancy occupancy, Passage p, Team team, int from) {
        List<Seat> seats = p.seats();
        int low = 0;
        int high = seats.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seats.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < seats.size(); i++) {
            Seat s = seats.get(i);
            if (s.team() == team && occupancy.isFree(p, s)) {
                return s;
            }
        }
        return null;
    }

    /** Orders of the events that the plan allows. */
    private static List<int[]> orders(Task task) {
        List<int[]> orders = new ArrayList<>();
        extend(task, new ArrayList<>(), orders);
        return orders;
    }

    private static void extend(Task task, List<Integer> done, List<int[]> orders) {
        if (orders.size() >= MOST_ORDERS) {
            return;
        }
        if (done.size() == task.events().size()) {
            orders.add(done.stream().mapToInt(Integer::intValue).toArray());
            return;
        }
        for (int e = 0; e < task.events().size(); e++) {
            Task.Event event = task.events().get(e);
            boolean ready = !done.contains(e);
            for (int before = 0; before < task.events().size(); before++) {
                ready &= done.contains(before)
                        || !event.after().contains(task.events().get(before).code());
            }
            if (ready) {
                done.add(e);
                extend(task, done, orders);
                done.removeLast();
            }
        }
    }
}
