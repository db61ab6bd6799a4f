package fr.parchemin.session.incident;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which somebody may not sit.
 *
 * @param from day of the notification
 * @param lastDay last day of the ban, or the day before it was lifted
 */
public record Ban(UUID candidateId, LocalDate from, LocalDate lastDay) {

    /** Whether a day of the session lies in the ban. */
    public boolean touches(LocalDate startsOn, LocalDate endsOn) {
        return !from.isAfter(endsOn) && !lastDay.isBefore(startsOn);
    }
}
