package fr.parchemin.results.statistics;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many days passed between the last day of a session and each award. */
final class Delays {

    private final Map<Integer, Long> awards = new TreeMap<>();

    private Delays() {}

    /**
     * Reads pairs of days and awards.
     *
     * @param pairs numbers separated by commas, the same days as often as may be; null for none
     */
    static Delays of(@Nullable String pairs) {
        Delays delays = new Delays();
        int day = -1;
        int start = 0;
        while (pairs != null && start < pairs.length()) {
            int comma = pairs.indexOf(',', start);
            int end = comma < 0 ? pairs.length() : comma;
            int number = Integer.parseInt(pairs, start, end, 10);
            if (day < 0) {
                day = number;
            } else {
                delays.awards.merge(day, (long) number, Long::sum);
                day = -1;
            }
            start = end + 1;
        }
        return delays;
    }

    /** The days within which this percentage of the awards was reached; empty without any. */
    OptionalInt within(int percent) {
        long all = awards.values().stream().mapToLong(Long::longValue).sum();
        long reached = 0;
        for (Map.Entry<Integer, Long> entry : awards.entrySet()) {
            reached += entry.getValue();
            if (all > 0 && reached * 100 >= all * percent) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
