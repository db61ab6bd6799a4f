package fr.parchemin.gateway.door;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Counts requests per client in fixed windows of a minute. Each gateway counts for itself: the limit protects the services
 * from one client that runs wild, it is no quota to be accounted for.
 */
final class RateLimit {

    private final int perMinute;
    private final LongSupplier millis;
    private volatile Window window = new Window(0);

    /** @param perMinute requests that one client may send in a minute, 0 for no limit */
    RateLimit(int perMinute, LongSupplier millis) {
        this.perMinute = perMinute;
        this.millis = millis;
    }

    /** Counts one request of {@code client} and says whether it may pass. */
    boolean allows(String client) {
        if (perMinute <= 0) {
            return true;
        }
        long minute = millis.getAsLong() / 60_000;
        Window current = window;
        if (current.minute != minute) {
            current = new Window(minute);
            window = current;
        }
        return current.counts.computeIfAbsent(client, c -> new AtomicInteger()).incrementAndGet() <= perMinute;
    }

    private static final class Window {
        private final long minute;
        private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

        Window(long minute) {
            this.minute = minute;
        }
    }
}
