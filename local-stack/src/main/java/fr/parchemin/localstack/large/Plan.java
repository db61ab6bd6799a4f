package fr.parchemin.localstack.large;

import fr.parchemin.localstack.demo.Examination.Path;
import fr.parchemin.localstack.demo.Person;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is going to be played, in the order of the days.
 *
 * @param people everybody, in the order of their numbers
 */
record Plan(List<Someone> people, List<Session> sessions) {

    /** The day of the week on which offices do what is due. */
    static final DayOfWeek OFFICE_DAY = DayOfWeek.WEDNESDAY;

    /** The target of a session for the whole title. */
    static final String TITLE = "TITLE";

    /** @param town number of the town whose centre registers the candidate */
    record Someone(Person person, int town) {}

    /**
     * A candidate in a session.
     *
     * @param certificateOn day of the first-aid certificate that is presented, null when none is
     * @param missed competences, and the final interview, that are not found
     * @param awarded whether the title comes of it
     */
    record Seat(
            Someone who,
            String attendance,
            @Nullable LocalDate certificateOn,
            Path path,
            Set<String> missed,
            boolean awarded) {}

    /** What becomes of a session, or of somebody in it, long after its results. */
    enum Fate {
        NONE,
        RECTIFIED,
        WITHDRAWN,
        ANNULLED
    }

    /** What is done with a session, in this order. */
    enum Act {
        DECLARE,
        ENROL,
        SUMMON,
        EXAMINE,
        SUBMIT,
        VALIDATE,
        NOTIFY,
        REVISE
    }

    /**
     * @param number its place in the set, from 1
     * @param target {@link #TITLE} or the code of a block
     * @param jurors numbers of the two jurors
     * @param submittedAfter days from the session to the submission of its record
     * @param validatedAfter days from the submission to the validation
     * @param notifiedAfter days from the validation to the notification
     */
    record Session(
            int number,
            Title title,
            String target,
            boolean finalInterview,
            int town,
            LocalDate day,
            List<Integer> jurors,
            List<Seat> seats,
            Fate fate,
            int submittedAfter,
            int validatedAfter,
            int notifiedAfter) {

        private static final int REVISED_AFTER = 45;

        /** The day on which an act is done: the exam on its own, everything else on a day of the office. */
        LocalDate on(Act act) {
            return switch (act) {
                case DECLARE -> office(day.minusDays(80));
                case ENROL -> office(day.minusDays(70));
                case SUMMON -> office(day.minusDays(42));
                case EXAMINE -> day;
                case SUBMIT -> office(day.plusDays(submittedAfter));
                case VALIDATE -> office(on(Act.SUBMIT).plusDays(validatedAfter));
                case NOTIFY -> office(on(Act.VALIDATE).plusDays(notifiedAfter));
                case REVISE -> office(on(Act.NOTIFY).plusDays(REVISED_AFTER));
            };
        }

        /** What is done with it by the end of that day. */
        List<Act> doneBy(LocalDate until) {
            return List.of(Act.values()).stream()
                    .filter(a -> a != Act.REVISE || fate != Fate.NONE)
                    .filter(a -> !on(a).isAfter(until))
                    .toList();
        }

        private static LocalDate office(LocalDate day) {
            return day.with(TemporalAdjusters.nextOrSame(OFFICE_DAY));
        }
    }
}
