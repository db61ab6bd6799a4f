package fr.parchemin.results.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * R112: the day of an award is stored once and never computed again. Which day it is, the texts do not fix: parameter
 * {@code award.date}. Sources: arrêté of 22 December 2015, articles 2 and 10; règlement général of 2008.
 */
final class AwardDatePolicy {

    /** What the day of the award is the day of. */
    enum Basis {
        /** The validation of the record by the authority. */
        RECORD_VALIDATION,
        /** The deliberation of the jury, told by the first signature under the record. */
        DELIBERATION
    }

    private AwardDatePolicy() {}

    /**
     * The day of the award, at the place of the exam.
     *
     * @param deliberatedAt first signature under the record
     * @param validatedAt validation of the record
     */
    static LocalDate on(Basis basis, Instant deliberatedAt, Instant validatedAt, ZoneId place) {
        return LocalDate.ofInstant(
                switch (basis) {
                    case RECORD_VALIDATION -> validatedAt;
                    case DELIBERATION -> deliberatedAt;
                },
                place);
    }
}
