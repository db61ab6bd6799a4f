package fr.parchemin.localstack.bench;

import java.time.Duration;
import java.util.Locale;

/** Ways to write measurements. */
final class Ratio {

    private Ratio() {}

    /** How many times as long one took as another: {@code 2.31 ×}. */
    static String of(Duration one, Duration other) {
        return of(one.toNanos(), other.toNanos());
    }

    /** How many times as large one is as another. */
    static String of(double one, double other) {
        return other == 0 ? "no ratio" : String.format(Locale.ROOT, "%.2f ×", one / other);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    static String rate(long bytes, Duration duration) {
        return String.format(Locale.ROOT, "%.0f MB/s", bytes * 1e3 / Math.max(1, duration.toNanos()));
    }

    static String perSecond(long count, Duration duration) {
        return String.format(Locale.ROOT, "%.0f per second", count * 1e9 / Math.max(1, duration.toNanos()));
    }
}
