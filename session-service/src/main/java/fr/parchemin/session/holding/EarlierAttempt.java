package fr.parchemin.session.holding;

import fr.parchemin.session.examsession.SessionType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A session that ended for a candidate with less than was sat for: failure, partial success or absence.
 *
 * @param blockCode the block or complementary certificate that was sat for, null for the title
 * @param deliberatedOn day on which the session was closed and the jury deliberated, at the site
 * @param notifiedOn day of the notification, at the site
 * @param absenceJustified whether it was an absence with a justification
 */
public record EarlierAttempt(
        SessionType type,
        @Nullable String blockCode,
        LocalDate deliberatedOn,
        LocalDate notifiedOn,
        boolean absenceJustified) {}
