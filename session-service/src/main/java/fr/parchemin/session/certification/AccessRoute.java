package fr.parchemin.session.certification;

/** Way by which a candidate reaches the certification. */
public enum AccessRoute {
    /** Initial education. */
    INITIAL,
    /** Apprenticeship contract. */
    APPRENTICESHIP,
    /** Continuing training outside the professionalisation contract. */
    CONTINUING,
    /** Work-study contract of continuing training. */
    PROFESSIONALISATION,
    /** Candidate without training path. */
    INDIVIDUAL,
    /** Validation of prior experience (VAE). */
    EXPERIENCE
}
