package fr.parchemin.results.rules;

import java.util.List;

/**
 * One named rule of the regulation: a pure function of the facts. Its parameters are given to its constructor.
 *
 * @param <F> the facts that it looks at
 */
public interface Rule<F> {

    /** Number of the rule, {@code R49}. */
    String number();

    /** What happens when it is broken and {@code rules.<number>.mode} says nothing. */
    default Mode defaultMode() {
        return Mode.BLOCK;
    }

    /** What is wrong, one sentence for each fault that says what would make it right; empty when the rule is kept. */
    List<String> check(F facts);
}
