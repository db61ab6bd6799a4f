package fr.parchemin.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present, as it is recorded. */
public final class Moments {

    private Moments() {}

    /** Now, in milliseconds: what the database keeps is then exactly what was answered and told. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
