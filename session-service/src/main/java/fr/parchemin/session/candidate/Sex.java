package fr.parchemin.session.candidate;

/** Legal sex, as the declaration of holders needs it. */
enum Sex {
    M,
    F
}
