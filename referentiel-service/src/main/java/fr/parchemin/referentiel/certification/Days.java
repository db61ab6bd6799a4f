package fr.parchemin.referentiel.certification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Registrations begin and end with the days of Paris. */
final class Days {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Days() {}

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(PARIS));
    }
}
