package fr.parchemin.localstack.register;

import java.util.function.IntToLongFunction;

/** Deals a total out to slots in order, by weight and without a remainder: the shares add up to the total exactly. */
final class Spread {

    private final long total;
    private final IntToLongFunction weight;
    private final long allWeights;
    private int slot;
    private long weightSoFar;
    private long dealt;

    /**
     * @param total what is dealt out
     * @param slots among how many
     * @param weight of a slot, the same whenever it is asked for
     */
    Spread(long total, int slots, IntToLongFunction weight) {
        this.total = total;
        this.weight = weight;
        long sum = 0;
        for (int i = 0; i < slots; i++) {
            sum += weight.applyAsLong(i);
        }
        this.allWeights = Math.max(1, sum);
    }

    /** The share of the next slot. */
    int next() {
        weightSoFar += weight.applyAsLong(slot++);
        long upToHere = Math.multiplyExact(total, weightSoFar) / allWeights;
        int share = (int) (upToHere - dealt);
        dealt = upToHere;
        return share;
    }
}
