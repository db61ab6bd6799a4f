package fr.parchemin.session.rules;

import java.util.List;

/** Asks one rule in a test. */
public final class Rules {

    private Rules() {}

    /** How many faults the rule finds with its defaults. */
    public static <F> int faults(Rule<F> rule, F facts) {
        return check(rule, facts).size();
    }

    /** What the rule says with its defaults. */
    public static <F> List<String> check(Rule<F> rule, F facts) {
        return rule.check(facts, Parameters.defaults(rule.sheet()));
    }

    /** How many faults the rule finds with one parameter set otherwise. */
    public static <F> int faults(Rule<F> rule, F facts, String key, String value) {
        return rule.check(facts, Parameters.defaults(rule.sheet()).with(key, value))
                .size();
    }
}
