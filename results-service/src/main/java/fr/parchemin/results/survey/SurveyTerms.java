package fr.parchemin.results.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the rules of surveys leave to the certifier. */
@ApplicationScoped
class SurveyTerms {

    private final List<Situation> neutralised;
    private final List<Period> reminders;
    private final RoundingMode rounding;

    /**
     * @param neutralised {@code survey.neutralised} (R125): situations left out of both parts of a rate
     * @param reminders {@code survey.reminders}: how long after the day each reminder is due, the soonest first
     * @param rounding {@code statistics.rounding} (R126)
     */
    SurveyTerms(
            @ConfigProperty(
                            name = "survey.neutralised",
                            defaultValue = "FURTHER_STUDIES,WORK_STUDY_CONTRACT,UNABLE_TO_WORK,WORKING_ABROAD")
                    List<Situation> neutralised,
            @ConfigProperty(name = "survey.reminders", defaultValue = "P15D,P30D") List<String> reminders,
            @ConfigProperty(name = "statistics.rounding", defaultValue = "HALF_UP") RoundingMode rounding) {
        this.neutralised = List.copyOf(new TreeSet<>(neutralised));
        this.reminders = reminders.stream().map(Period::parse).toList();
        this.rounding = rounding;
    }

    List<Situation> neutralised() {
        return neutralised;
    }

    RoundingMode rounding() {
        return rounding;
    }

    /**
     * For the first, second … reminder: who is to have it today.
     *
     * @param due whoever was due on that day or before
     * @param reminded and had the one before on that day or before, so that one that went out late puts off the next
     */
    record ReminderDays(List<LocalDate> due, List<LocalDate> reminded) {}

    ReminderDays reminderDays(LocalDate today) {
        List<LocalDate> due = reminders.stream().map(today::minus).toList();
        List<LocalDate> reminded = IntStream.range(0, reminders.size())
                .mapToObj(i -> i == 0 ? today : due.get(i).plus(reminders.get(i - 1)))
                .toList();
        return new ReminderDays(due, reminded);
    }
}
