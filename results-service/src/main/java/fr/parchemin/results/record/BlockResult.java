package fr.parchemin.results.record;

import java.util.List;

/**
 * What a session came to for one block of one candidate.
 *
 * @param code block code
 * @param result obtained, not obtained, or not presented
 * @param reasons why it is not obtained, in words; empty when it is
 */
public record BlockResult(String code, Result result, List<String> reasons) {

    /** Result of a CCP (R91). */
    public enum Result {
        OBTAINED,
        NOT_OBTAINED,
        NOT_PRESENTED
    }
}
