package fr.parchemin.session.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Turns instants into minutes since midnight of the first day at the site, and back. */
record SiteTime(LocalDate firstDay, ZoneId zone) {

    int minute(Instant instant) {
        return (int) ChronoUnit.MINUTES.between(firstDay.atStartOfDay(), LocalDateTime.ofInstant(instant, zone));
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    Instant instant(int minute) {
        return firstDay.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    }
}
