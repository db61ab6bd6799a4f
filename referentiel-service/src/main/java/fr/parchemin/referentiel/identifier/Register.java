package fr.parchemin.referentiel.identifier;

/** The two national registers of France compétences. */
public enum Register {
    /** National register of professional certifications. */
    RNCP,
    /** Register of complementary or cross-cutting certifications (répertoire spécifique). */
    RS
}
