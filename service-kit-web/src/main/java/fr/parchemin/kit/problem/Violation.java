package fr.parchemin.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param field JSON pointer into the request body ({@code /birthPlace/inseeCode}), or the name of a parameter; null when
 *     the whole request is meant
 * @param rule number of the broken rule of the regulation ({@code R49}), or null for a matter of form
 * @param message what is wrong and what would make it right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(@Nullable String field, @Nullable String rule, String message) {

    /** A fault of form in one field. */
    public static Violation ofField(String field, String message) {
        return new Violation(field, null, message);
    }

    /** A rule of the regulation that is broken. */
    public static Violation ofRule(String rule, String message) {
        return new Violation(null, rule, message);
    }
}
