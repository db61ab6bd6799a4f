package fr.parchemin.localstack.large;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which centres are approved and which jurors accredited for which title, and until when. Some end in the months to come.
 *
 * @param from first day that is played
 * @param until the present
 * @param titleEnds last day of registration by number: nothing outlives it (R31, R47)
 */
record Terms(LocalDate from, LocalDate until, Map<String, LocalDate> titleEnds) {

    private static final int JURORS_OF_A_TITLE = 6;
    private static final int JURORS = 24;

    /** Both days included. */
    record Period(LocalDate from, LocalDate to) {}

    /** Every centre examines the real title, and every second one each of the others. */
    static boolean examines(int town, int title) {
        return title == 0 || (town + title) % 2 == 0;
    }

    static List<Integer> jurors(int title) {
        return IntStream.range(0, JURORS_OF_A_TITLE)
                .map(k -> (title * 2 + 5 * k) % JURORS)
                .boxed()
                .toList();
    }

    List<Period> approvals(int town, int title, String number) {
        boolean aboutToEnd = (town * 7 + title) % 9 == 0;
        return twoTerms(
                number,
                aboutToEnd
                        ? until.plusDays(25L + 10L * ((town + title) % 12))
                        : until.plusYears(1).plusMonths((town + title) % 18));
    }

    List<Period> accreditations(int juror, int title, String number) {
        boolean aboutToEnd = (juror * 5 + title) % 8 == 0;
        return twoTerms(
                number,
                aboutToEnd
                        ? until.plusDays(20L + 7L * ((juror + title) % 15))
                        : until.plusYears(1).plusMonths((juror + 2 * title) % 20));
    }

    private List<Period> twoTerms(String number, LocalDate wanted) {
        LocalDate titleEnd = titleEnds.getOrDefault(number, wanted);
        LocalDate end = wanted.isBefore(titleEnd) ? wanted : titleEnd;
        LocalDate second = from.plusYears(3);
        return Stream.of(new Period(from.minusMonths(6), second.minusDays(1)), new Period(second, end))
                .filter(p -> !p.from().isAfter(p.to()))
                .toList();
    }
}
