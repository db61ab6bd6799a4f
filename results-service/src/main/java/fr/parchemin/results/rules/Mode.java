package fr.parchemin.results.rules;

/** What happens when a rule is broken. */
public enum Mode {
    /** The request is refused. */
    BLOCK,
    /** The request is accepted and the record carries the warning. */
    WARN,
    /** The rule is not looked at. */
    OFF
}
