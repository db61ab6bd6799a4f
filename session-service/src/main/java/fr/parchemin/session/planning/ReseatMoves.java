package fr.parchemin.session.planning;

import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import ai.timefold.solver.core.impl.score.director.ScoreDirector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Moves that take one to three candidates out and seat them anew where there is room for all their events. Moves of single
 * passages almost always run into another passage; these never do. Public for the solver alone.
 */
public class ReseatMoves implements MoveIteratorFactory<Timetable, Reseat> {

    /** In four of five moves the candidates come from one day: they have the most to exchange. */
    private static final double SAME_DAY = 0.8;

    private static final double ALONE = 0.45;
    private static final double PAIR = 0.85;
    /** Candidates with a passage that has no seat are taken so often. */
    private static final double LACKING = 0.5;
    /** The best place there is, rather than one by chance. */
    private static final double BEST = 0.1;

    /** Endless; only said where moves are counted, which they are not here. */
    @Override
    public long getSize(ScoreDirector<Timetable> director) {
        return director.getWorkingSolution().passages().size();
    }

    @Override
    public Iterator<Reseat> createOriginalMoveIterator(ScoreDirector<Timetable> director) {
        return createRandomMoveIterator(director, new Random(0));
    }

    @Override
    public Iterator<Reseat> createRandomMoveIterator(ScoreDirector<Timetable> director, RandomGenerator random) {
        return new Moves(director, random);
    }

    /** Endless. */
    private static final class Moves implements Iterator<Reseat> {

        private final ScoreDirector<Timetable> director;
        private final RandomGenerator random;
        private @Nullable Occupancy occupancy;
        private List<@Nullable Seat> seats = List.of();

        private Moves(ScoreDirector<Timetable> director, RandomGenerator random) {
            this.director = director;
            this.random = random;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Reseat next() {
            Timetable timetable = director.getWorkingSolution();
            Insertion insertion = timetable.insertion();
            List<Passage> passages = timetable.passages();
            int events = insertion.task().events().size();
            Occupancy taken = follow(insertion.task(), passages);
            List<Integer> chosen = choose(passages, events);
            List<@Nullable Seat> before = new ArrayList<>();
            for (int c : chosen) {
                for (Passage p : passages.subList(c * events, (c + 1) * events)) {
                    before.add(seats.get(p.id()));
                    if (!p.pinned()) {
                        seat(taken, p, null);
                    }
                }
            }
            List<Passage> moved = new ArrayList<>();
            List<@Nullable Seat> to = new ArrayList<>();
            for (int c : chosen) {
                List<Passage> own = passages.subList(c * events, (c + 1) * events);
                List<@Nullable Seat> found = random.nextDouble() < BEST
                        ? insertion.find(taken, own, seats)
                        : insertion.findByChance(taken, own, seats, random);
                for (int e = 0; e < events; e++) {
                    Passage p = own.get(e);
                    if (!p.pinned()) {
                        moved.add(p);
                        to.add(found.get(e));
                        seat(taken, p, found.get(e));
                    }
                }
            }
            int i = 0;
            for (int c : chosen) {
                for (Passage p : passages.subList(c * events, (c + 1) * events)) {
                    seat(taken, p, before.get(i++));
                }
            }
            return new Reseat(moved, to);
        }

        /** Brings what is known to be taken up to what the last step made of it. */
        private Occupancy follow(Task task, List<Passage> passages) {
            Occupancy taken = occupancy;
            if (taken == null) {
                taken = new Occupancy(task);
                occupancy = taken;
                seats = new ArrayList<>(Collections.nCopies(passages.size(), null));
            }
            for (Passage p : passages) {
                if (seats.get(p.id()) != p.seat()) {
                    seat(taken, p, p.seat());
                }
            }
            return taken;
        }

        private void seat(Occupancy taken, Passage p, @Nullable Seat seat) {
            Seat old = seats.get(p.id());
            if (old != null) {
                taken.set(p, old, false);
            }
            if (seat != null) {
                taken.set(p, seat, true);
            }
            seats.set(p.id(), seat);
        }

        private List<Integer> choose(List<Passage> passages, int events) {
            int candidates = passages.size() / events;
            double lot = random.nextDouble();
            int wanted = Math.min(candidates, lot < ALONE ? 1 : lot < PAIR ? 2 : 3);
            Set<Integer> chosen = new HashSet<>();
            List<Integer> order = new ArrayList<>();
            int first = first(passages, events);
            chosen.add(first);
            order.add(first);
            int day = day(passages, first, events);
            for (int tries = 0; tries < 20 && order.size() < wanted; tries++) {
                int other = random.nextInt(candidates);
                if ((day(passages, other, events) == day || random.nextDouble() > SAME_DAY) && chosen.add(other)) {
                    order.add(other);
                }
            }
            Collections.shuffle(order, Random.from(random));
            return order;
        }

        private int first(List<Passage> passages, int events) {
            List<Integer> lacking = passages.stream()
                    .filter(p -> p.seat() == null)
                    .map(Passage::examinee)
                    .distinct()
                    .toList();
            return !lacking.isEmpty() && random.nextDouble() < LACKING
                    ? lacking.get(random.nextInt(lacking.size()))
                    : random.nextInt(passages.size() / events);
        }

        private static int day(List<Passage> passages, int candidate, int events) {
            return passages.subList(candidate * events, (candidate + 1) * events).stream()
                    .map(Passage::seat)
                    .filter(Objects::nonNull)
                    .mapToInt(Seat::day)
                    .findFirst()
                    .orElse(-1);
        }
    }
}
