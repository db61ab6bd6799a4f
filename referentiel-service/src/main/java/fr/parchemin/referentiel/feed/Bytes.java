package fr.parchemin.referentiel.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searching in bytes, eight at a time where it matters. */
final class Bytes {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private Bytes() {}

    /** Where {@code wanted} comes first within {@code from} to {@code to}, or -1. */
    static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long found = equal((long) EIGHT.get(bytes, i), wanted);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** How often {@code wanted} comes within {@code from} to {@code to}. */
    static int count(byte[] bytes, int from, int to, byte wanted) {
        int count = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            count += Long.bitCount(equal((long) EIGHT.get(bytes, i), wanted));
        }
        for (; i < to; i++) {
            count += bytes[i] == wanted ? 1 : 0;
        }
        return count;
    }

    /** The high bit of each of the eight bytes that equals {@code wanted}, and no other. */
    private static long equal(long eight, byte wanted) {
        long difference = eight ^ ((wanted & 0xffL) * ONES);
        return ~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS);
    }

    /** Where {@code wanted} begins within {@code from} to {@code to}, or -1. */
    static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        int end = to - wanted.length + 1;
        int i = indexOf(bytes, from, end, wanted[0]);
        while (i >= 0 && !startsWith(bytes, i, to, wanted)) {
            i = indexOf(bytes, i + 1, end, wanted[0]);
        }
        return i;
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] wanted) {
        if (from + wanted.length > to) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
