package fr.parchemin.results.cohort;

import org.jspecify.annotations.Nullable;

/**
 * A title that was awarded or has ended.
 *
 * @param year of the award
 * @param endedFor why it ended, null when it was awarded
 */
public record ChangedTitle(
        String certificationNumber,
        int year,
        String awardNumber,
        @Nullable String endedFor) {}
