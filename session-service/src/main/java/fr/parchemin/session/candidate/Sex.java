package fr.parchemin.session.candidate;

/** Legal sex, as the declaration of holders needs it. */
public enum Sex {
    M,
    F
}
