package fr.parchemin.results.capital;

/** How a title was reached (R12). */
public enum ObtainedBy {
    /** At one session titre, every block of it. */
    TITLE_SESSION,
    /** By adding up blocks of this version, with the final interview. */
    CAPITALISATION,
    /** By decision on the whole of it. */
    EQUIVALENCE,
    /** By adding up blocks of which some were recognised or granted by decision, with the final interview. */
    CUMULATION
}
