package fr.parchemin.session.jury;

/** Why a juror does not judge a candidate. */
public enum Ground {
    /** Works, worked or trained in the same company or body (R52). */
    SAME_EMPLOYER,
    /** Trained the candidate (R53). */
    TRAINER,
    /** Knows the candidate personally (R54). */
    PERSONAL
}
