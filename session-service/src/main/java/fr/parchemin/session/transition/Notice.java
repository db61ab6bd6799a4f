package fr.parchemin.session.transition;

import fr.parchemin.session.examsession.SessionType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a summons look at.
 *
 * @param today the day at the site
 * @param lateReason consent or decision that allows less notice, null when there is none
 */
record Notice(
        SessionType type,
        LocalDate startsOn,
        LocalDate today,
        @Nullable String lateReason) {}
