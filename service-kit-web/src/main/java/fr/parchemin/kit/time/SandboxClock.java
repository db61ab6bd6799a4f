package fr.parchemin.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A present that can be moved: time runs on from the instant that it was set to. Kept in memory only, so a service that
 * starts again is back in the real time.
 */
public final class SandboxClock extends Clock {

    private final Clock real;
    /** From the real time to this one; shared by the clocks of all zones. */
    private final Distance distance;

    SandboxClock() {
        this(Clock.systemUTC(), new Distance());
    }

    private SandboxClock(Clock real, Distance distance) {
        this.real = real;
        this.distance = distance;
    }

    private static final class Distance {
        private volatile Duration value = Duration.ZERO;
    }

    /**
     * Sets the present.
     *
     * @param now what time it is from here on, null for the real one
     */
    public void move(@Nullable Instant now) {
        distance.value = now == null ? Duration.ZERO : Duration.between(real.instant(), now);
    }

    /** The real time. */
    public Instant real() {
        return real.instant();
    }

    /** Whether this is another time than the real one. */
    public boolean moved() {
        return !distance.value.isZero();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(distance.value);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new SandboxClock(real.withZone(zone), distance);
    }
}
