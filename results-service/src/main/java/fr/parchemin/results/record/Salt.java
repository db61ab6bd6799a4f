package fr.parchemin.results.record;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random text of 128 bits that keeps a fingerprint from being guessed. */
final class Salt {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Salt() {}

    static String next() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
