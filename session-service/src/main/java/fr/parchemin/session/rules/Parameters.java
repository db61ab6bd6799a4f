package fr.parchemin.session.rules;

import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of one rule as they are in force. */
public record Parameters(Map<String, String> values) {

    public Parameters {
        values = Map.copyOf(values);
    }

    /** The defaults of a rule. */
    public static Parameters defaults(RuleSheet sheet) {
        Map<String, String> values = new HashMap<>();
        sheet.parameters().forEach(p -> values.put(p.key(), p.defaultValue()));
        return new Parameters(values);
    }

    /** The same with one value set otherwise. */
    public Parameters with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return new Parameters(changed);
    }

    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the rule has no parameter " + key);
        }
        return value;
    }

    /** A duration in calendar days, months and years, such as {@code P1M}. */
    public Period period(String key) {
        return Period.parse(text(key));
    }

    public int number(String key) {
        return Integer.parseInt(text(key));
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** Values separated by commas. */
    public List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
