package fr.parchemin.localstack.register;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one register on one day, in the order of their numbers. Each day after day 0 changes one record in two
 * hundred: the first of them disappears for good, the others have a text, the states of their partners or their end
 * changed. One new record comes at the end.
 */
final class Outlines {

    private static final int WEIGHT = 1;
    private static final int LEVEL = 2;
    private static final int TYPE = 3;
    private static final int CHANGE = 4;

    /** Records with their level among the 5,518 active ones as published on 16/08/2026, level 3 first. */
    private static final int[] ACTIVE_AT_LEVEL = {636, 790, 683, 1_349, 2_059, 1};

    private final Kind kind;
    private final long seed;
    private final Volume volume;
    private final int lastIndex;
    private final BitSet active;
    private final Spread blocks;
    private final Spread partners;
    private final Spread certifiers;
    private final List<Day> days = new ArrayList<>();
    private final int[] activeUpToLevel;
    private int index;
    private int activeSoFar;

    /** What one day changes. */
    private static final class Day {
        private final Spread changes;
        private boolean begun;

        Day(Spread changes) {
            this.changes = changes;
        }
    }

    /** @param day 0 for the register as it begins */
    Outlines(Kind kind, long seed, Volume volume, int day) {
        this.kind = kind;
        this.seed = seed;
        this.volume = volume;
        this.lastIndex = volume.sheets() + day - 1;
        int n = volume.sheets();
        this.active = spreadActive(n);
        this.blocks = new Spread(volume.blocks(), n, this::weightOfBlocks);
        this.partners = new Spread(volume.partners(), n, this::weightOfPartners);
        this.certifiers = new Spread(Math.max(0, volume.certifiers() - n), n, this::weightOfCertifiers);
        for (int d = 1; d <= day; d++) {
            int topic = 100 + d;
            days.add(new Day(
                    new Spread(changedADay(n), n, i -> 500 + draw(i, topic).below(1_001))));
        }
        this.activeUpToLevel = new int[ACTIVE_AT_LEVEL.length];
        Spread levels = new Spread(volume.active(), ACTIVE_AT_LEVEL.length, i -> ACTIVE_AT_LEVEL[i]);
        int sum = 0;
        for (int i = 0; i < activeUpToLevel.length; i++) {
            sum += levels.next();
            activeUpToLevel[i] = sum;
        }
    }

    /** How many of so many records are not the next day what they were. */
    static int changedADay(int sheets) {
        return Math.min(sheets, Math.max(2, Math.round(sheets / 200f)));
    }

    /** The next record, null after the last one. */
    @Nullable
    Outline next() {
        while (index <= lastIndex) {
            int here = index++;
            if (here >= volume.sheets()) {
                return new Outline(
                        kind,
                        here,
                        kind.number(here),
                        key(here),
                        true,
                        kind == Kind.RS ? 0 : 5,
                        true,
                        kind == Kind.RS ? 0 : 4,
                        3,
                        1,
                        0,
                        0,
                        0);
            }
            Outline outline = settled(here);
            if (outline != null) {
                return outline;
            }
        }
        return null;
    }

    private @Nullable Outline settled(int here) {
        boolean isActive = active.get(here);
        int level = level(here, isActive);
        int blockCount = blocks.next();
        int partnerCount = partners.next();
        int certifierCount = 1 + certifiers.next();
        int texts = 0;
        int states = 0;
        int closedOn = 0;
        boolean gone = false;
        for (int d = 1; d <= days.size(); d++) {
            Day day = days.get(d - 1);
            if (day.changes.next() == 0) {
                continue;
            }
            gone |= !day.begun;
            day.begun = true;
            int what = draw(here, CHANGE + 1_000 * d).below(10);
            if (what < 2 && isActive && closedOn == 0) {
                closedOn = d;
            } else if (what < 5 && partnerCount > 0) {
                states++;
            } else {
                texts++;
            }
        }
        return gone
                ? null
                : new Outline(
                        kind,
                        here,
                        kind.number(here),
                        key(here),
                        isActive,
                        level,
                        draw(here, TYPE).chance(kind == Kind.RS ? 9_600 : 4_500),
                        blockCount,
                        partnerCount,
                        certifierCount,
                        texts,
                        states,
                        closedOn);
    }

    private int level(int here, boolean isActive) {
        if (kind == Kind.RS) {
            return 0;
        }
        if (!isActive) {
            Draw draw = draw(here, LEVEL);
            return draw.chance(2_000) ? 0 : draw.between(3, 7);
        }
        // Every place once, so that the levels are scattered and their numbers exact.
        int scattered = (int) ((activeSoFar++ * 7_919L) % volume.active());
        int level = 0;
        while (scattered >= activeUpToLevel[level]) {
            level++;
        }
        return 3 + level;
    }

    private BitSet spreadActive(int n) {
        Spread spread = new Spread(
                volume.active(),
                n,
                i -> (i < n / 2 ? 20 : 200) + draw(i, WEIGHT).below(i < n / 2 ? 10 : 100));
        BitSet set = new BitSet(n);
        for (int i = 0; i < n; i++) {
            set.set(i, spread.next() > 0);
        }
        return set;
    }

    private long weightOfBlocks(int i) {
        if (active.get(i)) {
            return 40 + draw(i, WEIGHT + 10).below(40);
        }
        // Blocks came late: what was closed before has none.
        return i < volume.sheets() / 3 ? 0 : draw(i, WEIGHT + 10).below(38);
    }

    /** Few have most of them. */
    private long weightOfPartners(int i) {
        Draw draw = draw(i, WEIGHT + 20);
        if (!draw.chance(active.get(i) ? 7_500 : 4_000)) {
            return 0;
        }
        return (active.get(i) ? 300_000 : 60_000) / (20 + draw.below(1_000));
    }

    private long weightOfCertifiers(int i) {
        Draw draw = draw(i, WEIGHT + 30);
        return draw.chance(3_000) ? 40_000 / (20 + draw.below(1_000)) : 0;
    }

    private long key(int i) {
        return seed * 0x5851F42D4C957F2DL + 2L * i + kind.ordinal();
    }

    private Draw draw(int i, int topic) {
        return Draw.of(key(i), topic);
    }
}
