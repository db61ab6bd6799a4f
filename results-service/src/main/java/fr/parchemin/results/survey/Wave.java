package fr.parchemin.results.survey;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** When holders are asked, counted from their award (R124). */
public enum Wave {
    /** After 6 months: in employment, and in the job aimed at. */
    P6M(List.of(Measure.EMPLOYMENT, Measure.TARGET_JOB)),
    /** After 2 years: in the job aimed at. */
    P24M(List.of(Measure.TARGET_JOB));

    private final List<Measure> measures;

    Wave(List<Measure> measures) {
        this.measures = measures;
    }

    /** What is computed from the answers. */
    public List<Measure> measures() {
        return measures;
    }

    LocalDate dueOn(LocalDate awardedOn) {
        return awardedOn.plus(Period.parse(name()));
    }

    /** The day on which the last holder of a year can be due. */
    LocalDate lastDueOn(int year) {
        return dueOn(LocalDate.of(year, 12, 31));
    }
}
