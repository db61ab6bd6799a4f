package fr.parchemin.session;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The present of the tests: it stands still where a test sets it. */
@Mock
@Singleton
public class MovableClock extends Clock {

    /** A Monday morning in winter, in the validity of the title. */
    static final Instant MONDAY = Instant.parse("2026-11-23T08:30:00Z");

    private volatile Instant now = MONDAY;

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
