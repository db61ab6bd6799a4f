package fr.parchemin.results.record;

/** What a session came to for one candidate (R91). */
public enum Outcome {
    /** *Admis*: the title in a session titre, the CCP in a session CCP. */
    AWARDED,
    /** *Réussite partielle*: at least one CCP of a session titre, not the title. */
    PARTIAL_SUCCESS,
    /** *Échec*: no CCP. */
    FAILURE,
    ABSENT,
    EXCLUDED
}
