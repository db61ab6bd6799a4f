package fr.parchemin.session.planning;

import java.util.BitSet;

/** Who and what is taken at each minute, while a plan is being made. */
final class Occupancy {

    private final Task task;
    private final BitSet[] jurors;
    private final BitSet[] rooms;
    private final BitSet[] examinees;
    private final int[] simulations;

    /** Nothing is taken but what is busy elsewhere. */
    Occupancy(Task task) {
        this.task = task;
        this.jurors = fresh(task.jurors().size());
        this.rooms = fresh(task.rooms().size());
        this.examinees = fresh(task.examinees().size());
        int last = task.windows().stream().mapToInt(Task.Window::to).max().orElse(0);
        this.simulations = new int[last + Task.DAY];
        for (Task.Busy b : task.busy()) {
            for (int j = 0; j < jurors.length; j++) {
                if (task.jurors().get(j).id().equals(b.who())) {
                    block(jurors[j], b);
                }
            }
            for (int r = 0; r < rooms.length; r++) {
                if (task.rooms().get(r).id().equals(b.who())) {
                    block(rooms[r], b);
                }
            }
            for (int e = 0; e < examinees.length; e++) {
                if (task.examinees().get(e).enrolmentId().equals(b.who())) {
                    block(examinees[e], b);
                }
            }
        }
    }

    private static BitSet[] fresh(int count) {
        BitSet[] sets = new BitSet[count];
        for (int i = 0; i < count; i++) {
            sets[i] = new BitSet();
        }
        return sets;
    }

    private static void block(BitSet set, Task.Busy busy) {
        set.set(Math.max(0, busy.from()), Math.max(0, busy.to()));
    }

    void set(Passage passage, Seat seat, boolean taken) {
        int end = seat.start() + passage.minutes();
        for (int j = 0; j < jurors.length; j++) {
            if ((seat.team().members() & 1L << j) != 0) {
                jurors[j].set(seat.start(), end, taken);
            }
        }
        rooms[seat.room()].set(seat.start(), end, taken);
        examinees[passage.examinee()].set(seat.start(), end, taken);
        if (passage.simulation()) {
            for (int m = seat.start(); m < end; m++) {
                simulations[m] += taken ? 1 : -1;
            }
        }
    }

    boolean isFree(Passage passage, Seat seat) {
        return seat.start() >= 0
                && isTeamFree(seat.team(), seat.start(), seat.start() + passage.minutes())
                && isRoomFree(seat.room(), seat.start(), seat.start() + passage.minutes())
                && isFree(examinees[passage.examinee()], seat.start(), seat.start() + passage.minutes())
                && hasActors(passage, seat.start());
    }

    boolean isTeamFree(Team team, int from, int to) {
        for (int j = 0; j < jurors.length; j++) {
            if ((team.members() & 1L << j) != 0 && !isFree(jurors[j], from, to)) {
                return false;
            }
        }
        return true;
    }

    boolean isRoomFree(int room, int from, int to) {
        return isFree(rooms[room], from, to);
    }

    boolean isExamineeFree(int examinee, int from, int to) {
        return isFree(examinees[examinee], from, to);
    }

    boolean hasActors(Passage passage, int from) {
        if (!passage.simulation()) {
            return true;
        }
        for (int m = from; m < from + passage.minutes(); m++) {
            if (simulations[m] >= task.simulationsAtOnce()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(BitSet set, int from, int to) {
        int next = set.nextSetBit(from);
        return next < 0 || next >= to;
    }
}
