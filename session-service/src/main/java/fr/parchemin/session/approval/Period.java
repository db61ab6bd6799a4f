package fr.parchemin.session.approval;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Days for which a decision holds, both ends included.
 *
 * @param from first day
 * @param to last day
 */
public record Period(LocalDate from, LocalDate to) {

    /** Whether every day from {@code first} to {@code last} lies inside. */
    public boolean covers(LocalDate first, LocalDate last) {
        return !from.isAfter(first) && !to.isBefore(last);
    }

    /** R33, R48: nothing granted for a title outlives it, so what ran to its last day of validity is deemed to hold on. */
    public static List<Period> deemedToHoldOn(List<Period> granted, LocalDate titleEndsOn) {
        return granted.stream()
                .map(p -> p.to.equals(titleEndsOn) ? new Period(p.from, LocalDate.MAX) : p)
                .toList();
    }

    /** Whether the periods together, laid end to end where they touch, cover every day. */
    public static boolean cover(List<Period> periods, LocalDate first, LocalDate last) {
        LocalDate missing = first;
        for (Period p :
                periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            if (p.covers(missing, last)) {
                return true;
            }
            if (p.covers(missing, missing)) {
                missing = p.to.plusDays(1);
            }
        }
        return false;
    }
}
