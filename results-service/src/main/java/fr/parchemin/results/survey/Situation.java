package fr.parchemin.results.survey;

/**
 * What a holder does when asked. Which of these are left out of both parts of a rate is configuration ({@code
 * survey.neutralised}, R125). A substantially international job counts as TARGET_JOB or OTHER_JOB wherever it is, when the
 * examination was in France.
 */
public enum Situation {
    /** In the job that the title aims at. */
    TARGET_JOB,
    /** In another job. */
    OTHER_JOB,
    /** Without work, looking for it. */
    SEEKING_WORK,
    /** Without work, not looking for it. */
    NOT_SEEKING_WORK,
    /** In further studies. */
    FURTHER_STUDIES,
    /** Apprenticeship or professionalisation contract: counted as studies. */
    WORK_STUDY_CONTRACT,
    /** Unable to work, for a time or for good. */
    UNABLE_TO_WORK,
    /** At work outside the French labour market. */
    WORKING_ABROAD;

    boolean counts(Measure measure) {
        return switch (measure) {
            case TARGET_JOB -> this == TARGET_JOB;
            case EMPLOYMENT ->
                switch (this) {
                    case TARGET_JOB, OTHER_JOB, WORK_STUDY_CONTRACT, WORKING_ABROAD -> true;
                    case SEEKING_WORK, NOT_SEEKING_WORK, FURTHER_STUDIES, UNABLE_TO_WORK -> false;
                };
        };
    }
}
