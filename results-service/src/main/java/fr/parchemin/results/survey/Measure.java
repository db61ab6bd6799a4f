package fr.parchemin.results.survey;

/** Which rate (R124). */
public enum Measure {
    /** In employment, whatever the job: {@code taux d'insertion global}. */
    EMPLOYMENT,
    /** In the job that the title aims at: {@code taux d'insertion dans le métier visé}. */
    TARGET_JOB
}
