package fr.parchemin.kit.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to come back, as the header {@code Retry-After} has it (RFC 9110 §10.2.3). */
public final class RetryAfter {

    private static final int MINUTE = 60;

    private RetryAfter() {}

    /**
     * Seconds to wait: one for what passes; for too many requests until the next minute of the clock, when every limit of
     * ours counts anew.
     *
     * @param status of the answer
     * @return null when coming back changes nothing
     */
    public static @Nullable Integer seconds(int status, Instant now) {
        return switch (status) {
            case 429 -> MINUTE - (int) (now.getEpochSecond() % MINUTE);
            case 503 -> 1;
            default -> null;
        };
    }
}
