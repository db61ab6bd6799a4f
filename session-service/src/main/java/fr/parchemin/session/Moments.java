package fr.parchemin.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The present, as it is recorded. */
public final class Moments {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Moments() {}

    /** The day in Paris, by which periods are counted that belong to no site. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** Now, in milliseconds: what the database keeps is then exactly what was answered and told. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
