package fr.parchemin.localstack.register;

import java.util.ArrayList;
import java.util.List;

/**
 * Which records replace which. One in eight is replaced by a later one; both say so, or only one of them. Some point
 * back and forth, some to the other register, some at a number that no record has.
 *
 * @param older numbers that the record says it replaces, with their prefix
 * @param newer numbers that it says it is replaced by
 */
record Links(List<String> older, List<String> newer) {

    private static final int TOPIC = 50;

    static Links of(Outline outline) {
        List<String> older = new ArrayList<>();
        List<String> newer = new ArrayList<>();
        Kind kind = outline.kind();
        int index = outline.index();
        long seed = outline.key() - 2L * index;
        int step = step(index);
        if (replaces(seed, index) != Said.NOT && replaces(seed, index) != Said.BY_NEWER) {
            newer.add(name(kind, index + step));
        }
        int replaced = index - step;
        if (replaced >= 0) {
            Said said = replaces(seed, replaced);
            if (said != Said.NOT && said != Said.BY_OLDER) {
                older.add(name(kind, replaced));
            }
            if (said != Said.NOT && replaced % 50 == 0) {
                newer.add(name(kind, replaced));
            }
        }
        if (kind == Kind.RNCP && index % 150 == 5) {
            newer.add(name(Kind.RS, (index - 5) / 3));
        }
        if (kind == Kind.RS && index % 50 == 0 && index % 100 != 0) {
            older.add(name(Kind.RNCP, 3 * index + 5));
        }
        if (outline.draw(TOPIC + 1).chance(150)) {
            older.add(kind.name() + kind.absentNumber(index));
        }
        return new Links(older, newer);
    }

    private enum Said {
        NOT,
        BY_BOTH,
        BY_OLDER,
        BY_NEWER
    }

    /** Whether the record at this place is replaced by the one a step further, and which of them says so. */
    private static Said replaces(long seed, int index) {
        int drawn = Draw.of(seed + 2L * index, TOPIC).below(80);
        return drawn >= 10 ? Said.NOT : drawn < 6 ? Said.BY_BOTH : drawn < 8 ? Said.BY_OLDER : Said.BY_NEWER;
    }

    /** A multiple of seven that depends on the remainder by seven: the way back is found as easily as the way there. */
    private static int step(int index) {
        return 7 * (3 + 11 * (index % 7));
    }

    private static String name(Kind kind, int index) {
        return kind.name() + kind.number(index);
    }
}
