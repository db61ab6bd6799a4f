package fr.parchemin.session.rules;

/** What happens when a rule is broken. */
public enum Mode {
    /** The request is refused. */
    BLOCK,
    /** The request is accepted and the warning recorded. */
    WARN,
    /** The rule is not looked at. */
    OFF
}
