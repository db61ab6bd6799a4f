package fr.parchemin.localstack.register;

/** Chance that is the same in every run: SplitMix64, a stream of its own for every key and topic. */
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** The stream of one topic of one thing. */
    static Draw of(long key, long topic) {
        return new Draw(mix(key ^ mix(topic + GOLDEN)));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to one less than the bound. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** True this often in ten thousand. */
    boolean chance(int inTenThousand) {
        return below(10_000) < inTenThousand;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
