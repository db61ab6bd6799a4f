package fr.parchemin.session.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Jurors who judge a passage together.
 *
 * @param members one bit for each juror, in the order of the task
 */
public record Team(int index, long members) {

    /** So many members are tried in every combination; larger juries stay in fixed teams. */
    private static final int FEW = 5;

    boolean shares(Team other) {
        return (members & other.members) != 0;
    }

    int size() {
        return Long.bitCount(members);
    }

    boolean without(long excluded) {
        return (members & excluded) == 0;
    }

    List<UUID> jurorIds(Task task) {
        List<UUID> ids = new ArrayList<>();
        for (int j = 0; j < task.jurors().size(); j++) {
            if ((members & 1L << j) != 0) {
                ids.add(task.jurors().get(j).id());
            }
        }
        return ids;
    }

    static long mask(Task task, Set<UUID> jurors) {
        long mask = 0;
        for (int j = 0; j < task.jurors().size(); j++) {
            if (jurors.contains(task.jurors().get(j).id())) {
                mask |= 1L << j;
            }
        }
        return mask;
    }

    /**
     * The teams among which the solver chooses. A small jury is tried in every combination. A larger one is cut into fixed
     * teams, because people who work together all day work best; a juror left over takes turns with each of them; and a
     * candidate whose recusals leave no fixed team whole gets every combination of the jurors who are left.
     */
    static List<Team> of(Task task) {
        int jurors = task.jurors().size();
        int size = task.jurorsEach();
        Set<Long> masks = new TreeSet<>();
        List<Long> ordered = new ArrayList<>();
        long all = jurors == 0 ? 0 : -1L >>> (64 - jurors);
        if (jurors <= FEW) {
            combine(all, size).forEach(m -> add(m, masks, ordered));
        } else {
            for (int j = 0; j + size <= jurors; j += size) {
                add(((1L << size) - 1) << j, masks, ordered);
            }
            int rest = jurors % size;
            if (rest != 0) {
                long leftOver = all & ~((1L << (jurors - rest)) - 1);
                List<Long> fixed = List.copyOf(ordered);
                for (long m : fixed) {
                    combine(m | leftOver, size).forEach(c -> add(c, masks, ordered));
                }
            }
            for (long excluded : task.examinees().stream()
                    .map(e -> mask(task, e.recused()))
                    .collect(Collectors.toCollection(TreeSet::new))) {
                if (ordered.stream().filter(m -> (m & excluded) == 0).findAny().isEmpty()) {
                    combine(all & ~excluded, size).forEach(m -> add(m, masks, ordered));
                }
            }
        }
        task.fixed().forEach(p -> add(mask(task, Set.copyOf(p.jurorIds())), masks, ordered));
        List<Team> teams = new ArrayList<>();
        for (long m : ordered) {
            teams.add(new Team(teams.size(), m));
        }
        return List.copyOf(teams);
    }

    private static void add(long mask, Set<Long> known, List<Long> ordered) {
        if (known.add(mask)) {
            ordered.add(mask);
        }
    }

    /** All sets of {@code size} of the jurors in {@code pool}. */
    private static List<Long> combine(long pool, int size) {
        if (size == 0) {
            return List.of(0L);
        }
        List<Long> sets = new ArrayList<>();
        long left = pool;
        while (left != 0) {
            long lowest = Long.lowestOneBit(left);
            left &= ~lowest;
            for (long rest : combine(left, size - 1)) {
                sets.add(lowest | rest);
            }
        }
        return sets;
    }
}
