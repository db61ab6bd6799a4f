package fr.parchemin.session.document;

/** A document that proves a competence. */
public enum DocumentKind {
    /** Certificate of the workplace first aider (sauveteur secouriste du travail). */
    SST
}
