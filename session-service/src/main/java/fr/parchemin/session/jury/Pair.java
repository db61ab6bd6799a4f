package fr.parchemin.session.jury;

import org.jspecify.annotations.Nullable;

/**
 * One juror and one candidate, between whom there may be a conflict.
 *
 * @param trainingBody who trained the candidate, null when that is not known
 * @param declared ground that somebody declared, null when nobody did
 */
record Pair(
        String jurorName,
        @Nullable String jurorEmployer,
        @Nullable String candidateEmployer,
        @Nullable String trainingBody,
        @Nullable Ground declared) {}
