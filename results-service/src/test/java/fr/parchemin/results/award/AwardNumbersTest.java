package fr.parchemin.results.award;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwardNumbersTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void aNewNumberIsWellFormed() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(AwardNumbers.next(2026))
                    .matches("PAR-2026-.{8}-.")
                    .satisfies(n -> assertThat(AwardNumbers.wellFormed(n)).isTrue());
        }
    }

    @Test
    void anySingleWrongCharacterIsCaught() {
        String number = AwardNumbers.next(2026);
        for (int at = "PAR-2026-".length(); at < number.length() - 2; at++) {
            for (char c : ALPHABET.toCharArray()) {
                if (c != number.charAt(at)) {
                    String wrong = number.substring(0, at) + c + number.substring(at + 1);
                    assertThat(AwardNumbers.wellFormed(wrong)).as(wrong).isFalse();
                }
            }
        }
    }

    @Test
    void anySwapOfNeighboursIsCaught() {
        String number = AwardNumbers.next(2026);
        for (int at = "PAR-2026-".length(); at < number.length() - 3; at++) {
            char a = number.charAt(at);
            char b = number.charAt(at + 1);
            if (a != b) {
                String wrong = number.substring(0, at) + b + a + number.substring(at + 2);
                assertThat(AwardNumbers.wellFormed(wrong)).as(wrong).isFalse();
            }
        }
    }

    @Test
    void whatPeopleTypeIsReadAsMeant() {
        assertThat(AwardNumbers.normalise(" par-2026-7k3mx9qd-f ")).isEqualTo("PAR-2026-7K3MX9QD-F");
        // The example that the documentation gives: whoever tries it learns that the award is unknown, not that it is
        // none.
        assertThat(AwardNumbers.wellFormed("PAR-2026-7K3MX9QD-F")).isTrue();
        assertThat(AwardNumbers.normalise("PAR-2O26-OIL00000-0")).isEqualTo("PAR-2026-01100000-0");
    }
}
