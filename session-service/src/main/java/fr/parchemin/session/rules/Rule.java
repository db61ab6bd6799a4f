package fr.parchemin.session.rules;

import java.util.List;

/**
 * One named rule of the regulation: a pure function of the facts.
 *
 * @param <F> the facts that it looks at
 */
public interface Rule<F> {

    /** What is known of the rule. */
    RuleSheet sheet();

    /** What is wrong, one sentence for each fault that says what would make it right; empty when the rule is kept. */
    List<String> check(F facts, Parameters parameters);
}
