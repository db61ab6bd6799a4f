package fr.parchemin.session.rules;

import java.util.Arrays;
import java.util.List;

/**
 * What is known of a rule.
 *
 * @param number {@code R17}
 * @param text the rule in one or two sentences
 * @param source text or practice it comes from
 * @param certainty how sure it is
 * @param defaultMode what happens when it is broken and nothing else is configured
 * @param parameters values that an authority can set
 */
public record RuleSheet(
        String number, String text, String source, Certainty certainty, Mode defaultMode, List<Parameter> parameters) {

    /** A value that an authority can set, with the value in force when nobody did. */
    public record Parameter(String key, String defaultValue) {}

    /** A rule with the mode of its certainty. */
    public static RuleSheet of(
            String number, Certainty certainty, String source, String text, Parameter... parameters) {
        return new RuleSheet(
                number, text, source, certainty, certainty.defaultMode(), List.copyOf(Arrays.asList(parameters)));
    }

    /** A parameter. */
    public static Parameter parameter(String key, String defaultValue) {
        return new Parameter(key, defaultValue);
    }

    /** The same rule with a mode that departs from its certainty. */
    public RuleSheet by(Mode mode) {
        return new RuleSheet(number, text, source, certainty, mode, parameters);
    }

    /** Configuration key of the mode. */
    public String modeKey() {
        return "rules." + number + ".mode";
    }
}
