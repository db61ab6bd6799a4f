package fr.parchemin.localstack.bench;

import java.time.Duration;
import java.util.List;

/** Durations in order. */
record Distribution(List<Duration> sorted) {

    static Distribution of(List<Duration> durations) {
        return new Distribution(durations.stream().sorted().toList());
    }

    /**
     * Nearest-rank percentile: the smallest value that at least this share does not exceed.
     *
     * @param percent above 0, up to 100
     */
    Duration percentile(double percent) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    @Override
    public String toString() {
        return "median %s, p99 %s, longest %s (%d measured)"
                .formatted(millis(percentile(50)), millis(percentile(99)), millis(percentile(100)), sorted.size());
    }

    private static String millis(Duration duration) {
        return "%.1f ms".formatted(duration.toNanos() / 1e6);
    }
}
