package fr.parchemin.results.research;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Age on the first day of the session, no finer than research needs. */
enum AgeBand {
    UNDER_18,
    FROM_18_TO_24,
    FROM_25_TO_34,
    FROM_35_TO_44,
    FROM_45_TO_54,
    FROM_55;

    private static final int YOUNGEST = 18;
    private static final int[] ENDS = {25, 35, 45, 55};

    static AgeBand of(LocalDate bornOn, LocalDate day) {
        long age = ChronoUnit.YEARS.between(bornOn, day);
        if (age < YOUNGEST) {
            return UNDER_18;
        }
        int band = 0;
        while (band < ENDS.length && age >= ENDS[band]) {
            band++;
        }
        return values()[band + 1];
    }
}
