package fr.parchemin.referentiel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BytesTest {

    /** Few values, so that the one looked for, its neighbours and its like with another sign come everywhere. */
    private static final byte[] VALUES = {'<', '=', ';', 0, -1, (byte) ('<' | 0x80), '\n'};

    @Test
    void findsAndCountsAsALoopDoes() {
        SplittableRandom random = new SplittableRandom(37722);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = VALUES[random.nextInt(VALUES.length)];
            }
            int from = random.nextInt(bytes.length + 1);
            int to = random.nextInt(from, bytes.length + 1);
            byte wanted = VALUES[random.nextInt(VALUES.length)];
            int first = -1;
            int count = 0;
            for (int i = to - 1; i >= from; i--) {
                if (bytes[i] == wanted) {
                    first = i;
                    count++;
                }
            }

            assertThat(Bytes.indexOf(bytes, from, to, wanted))
                    .as("round %d", round)
                    .isEqualTo(first);
            assertThat(Bytes.count(bytes, from, to, wanted))
                    .as("round %d", round)
                    .isEqualTo(count);
        }
    }
}
