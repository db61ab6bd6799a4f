package fr.parchemin.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    @ParameterizedTest
    @CsvSource({"50, 100", "99, 198", "99.5, 199", "100, 200", "0.1, 1"})
    void aPercentileIsTheSmallestValueThatTheShareDoesNotExceed(double percent, long millis) {
        Distribution oneTo200 = Distribution.of(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> Duration.ofMillis(201 - i))
                .toList());
        assertThat(oneTo200.percentile(percent)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void nothingMeasuredSaysSo() {
        assertThat(Distribution.of(List.of())).hasToString("median 0.0 ms, p99 0.0 ms, longest 0.0 ms (0 measured)");
    }
}
