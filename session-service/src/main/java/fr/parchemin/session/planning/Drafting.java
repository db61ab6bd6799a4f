package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the solver's view of a task: a passage for every candidate and event, each with the seats it may take. */
final class Drafting {

    private final Task task;
    private final List<Team> teams;
    private final Occupancy elsewhere;
    private final boolean homeRooms;
    private final Map<Key, List<Seat>> seats = new HashMap<>();

    Drafting(Task task) {
        this.task = task;
        this.teams = Team.of(task);
        this.elsewhere = new Occupancy(task);
        this.homeRooms = homeRooms();
    }

    private record Key(int event, int minutes, long excluded) {}

    List<Team> teams() {
        return teams;
    }

    /** Passages in the order of candidates and events; the fixed ones are pinned. */
    List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        for (int c = 0; c < task.examinees().size(); c++) {
            Task.Examinee examinee = task.examinees().get(c);
            for (int e = 0; e < task.events().size(); e++) {
                Task.Event event = task.events().get(e);
                Task.@Nullable Placed fixed = task.fixed().stream()
                        .filter(p -> p.is(examinee, event))
                        .findFirst()
                        .orElse(null);
                Seat seat = fixed == null ? null : seat(fixed);
                passages.add(new Passage(
                        passages.size(),
                        c,
                        e,
                        examinee.minutes(event),
                        event.simulation(),
                        after(event),
                        fixed == null ? seats(c, e) : List.of(seat),
                        seat,
                        fixed != null));
            }
        }
        return passages;
    }

    private Seat seat(Task.Placed fixed) {
        long members = Team.mask(task, Set.copyOf(fixed.jurorIds()));
        Team team =
                teams.stream().filter(t -> t.members() == members).findFirst().orElseThrow();
        for (int r = 0; r < task.rooms().size(); r++) {
            if (task.rooms().get(r).id().equals(fixed.roomId())) {
                return new Seat(fixed.start(), team, r);
            }
        }
        throw new IllegalArgumentException("room " + fixed.roomId() + " is not in the task");
    }

    private long after(Task.Event event) {
        long mask = 0;
        for (int e = 0; e < task.events().size(); e++) {
            if (event.after().contains(task.events().get(e).code())) {
                mask |= 1L << e;
            }
        }
        return mask;
    }

    private List<Seat> seats(int c, int e) {
        Task.Examinee examinee = task.examinees().get(c);
        Task.Event event = task.events().get(e);
        int minutes = examinee.minutes(event);
        long excluded = Team.mask(task, examinee.recused());
        List<Seat> all =
                seats.computeIfAbsent(new Key(e, minutes, excluded), k -> List.copyOf(seats(event, minutes, excluded)));
        List<Seat> free = all.stream()
                .filter(s -> elsewhere.isExamineeFree(c, s.start(), s.start() + minutes))
                .toList();
        return free.size() == all.size() ? all : free;
    }

    private List<Seat> seats(Task.Event event, int minutes, long excluded) {
        List<Seat> found = new ArrayList<>();
        for (Task.Window w : task.windows()) {
            for (int start = w.from(); start + minutes <= w.to(); start += task.grain()) {
                for (Team team : teams) {
                    if (!team.without(excluded)
                            || team.size() < task.jurorsEach()
                            || !elsewhere.isTeamFree(team, start, start + minutes)) {
                        continue;
                    }
                    for (int room = 0; room < task.rooms().size(); room++) {
                        if ((!homeRooms || room == team.index())
                                && task.rooms().get(room).takes(event)
                                && elsewhere.isRoomFree(room, start, start + minutes)) {
                            found.add(new Seat(start, team, room));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Whether each team can stay in a room of its own: then no room is ever taken twice, and nobody walks. */
    private boolean homeRooms() {
        if (task.rooms().size() < teams.size()
                || !task.fixed().isEmpty()
                || task.rooms().stream().anyMatch(r -> !r.events().isEmpty())) {
            return false;
        }
        for (Team a : teams) {
            for (Team b : teams) {
                if (a != b && a.shares(b)) {
                    return false;
                }
            }
        }
        Set<Object> rooms = new HashSet<>();
        task.rooms().forEach(r -> rooms.add(r.id()));
        return task.busy().stream().noneMatch(b -> rooms.contains(b.who()));
    }
}
