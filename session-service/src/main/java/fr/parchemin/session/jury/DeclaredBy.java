package fr.parchemin.session.jury;

/** Who said that a juror does not judge a candidate. */
enum DeclaredBy {
    JUROR,
    CANDIDATE,
    CENTRE,
    /** Found in the data. */
    SYSTEM
}
