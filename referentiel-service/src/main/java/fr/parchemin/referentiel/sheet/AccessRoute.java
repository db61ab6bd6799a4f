package fr.parchemin.referentiel.sheet;

/** The ways to reach a certification, in the order of the register. */
public enum AccessRoute {
    /** After a course as a pupil or student. */
    INITIAL("FI"),
    /** Apprenticeship contract. */
    APPRENTICESHIP("CA"),
    /** After continuing training. */
    CONTINUING("FC"),
    /** Professionalisation contract. */
    PROFESSIONALISATION("CQ"),
    /** Individual application, without a course. */
    INDIVIDUAL("CL"),
    /** Recognition of experience (VAE). */
    EXPERIENCE("VAE");

    private final String feedCode;

    AccessRoute(String feedCode) {
        this.feedCode = feedCode;
    }

    /** The code in the tags of the feed: {@code SI_JURY_<code>}. */
    public String feedCode() {
        return feedCode;
    }
}
