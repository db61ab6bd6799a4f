package fr.parchemin.session.holding;

import fr.parchemin.session.examsession.SessionType;
import java.time.LocalDate;

/**
 * A session that ended for a candidate with less than was sat for: failure, partial success or absence.
 *
 * @param deliberatedOn day on which the session was closed and the jury deliberated, at the site
 * @param notifiedOn day of the notification, at the site
 * @param absenceJustified whether it was an absence with a justification
 */
public record EarlierAttempt(
        SessionType type, LocalDate deliberatedOn, LocalDate notifiedOn, boolean absenceJustified) {}
