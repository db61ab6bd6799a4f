package fr.parchemin.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelaysTest {

    @ParameterizedTest
    @CsvSource({
        "'8,1', 8, 8",
        "'8,1,9,1', 8, 9",
        "'20,1,3,8,40,1', 3, 20",
        "'30,5,10,2,30,1,10,2', 30, 30",
        "'0,9,365,1', 0, 0",
        "'7,0,12,4', 12, 12"
    })
    void theDaysWithinWhichSoManyHadTheirAward(String pairs, int median, int ninthDecile) {
        Delays delays = Delays.of(pairs);
        assertThat(delays.within(50)).hasValue(median);
        assertThat(delays.within(90)).hasValue(ninthDecile);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "12,0"})
    void nobodyHasNone(String pairs) {
        assertThat(Delays.of(pairs).within(50)).isEmpty();
    }

    @Test
    void aThousandDays() {
        StringBuilder pairs = new StringBuilder("1,1");
        for (int day = 2; day <= 1_000; day++) {
            pairs.append(',').append(day).append(",1");
        }
        assertThat(Delays.of(pairs.toString()).within(50)).hasValue(500);
        assertThat(Delays.of(pairs.toString()).within(90)).hasValue(900);
    }
}
