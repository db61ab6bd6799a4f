package fr.parchemin.session.juror;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An accreditation about to be recorded.
 *
 * @param titleEndsOn last day of validity of the title, null when the register names none
 */
record Accreditation(
        LocalDate validFrom,
        LocalDate validTo,
        int yearsInTrade,
        @Nullable LocalDate leftTradeOn,
        @Nullable LocalDate titleEndsOn) {}
