package fr.parchemin.localstack.demo;

/** The parts of the journey, in order; those of an examination come once per session. */
public enum Phase {
    /** The certification is read from the catalogue and has reached the other services. */
    CATALOGUE,
    /** Centre, site, approval and jurors exist. */
    SETUP,
    /** From the declaration of the session to the attendance, the draws and the documents: all in the session service. */
    SESSION,
    /** What each juror found, in the results service. */
    FINDINGS,
    /** The session is closed; the record is drafted, signed and submitted. */
    RECORD,
    /** The authority validates the record: awards come into being. */
    VALIDATION,
    /** Results become visible outside. */
    NOTIFICATION,
    /** Titles are checked by somebody who only holds the paper. */
    VERIFICATION,
    /** A validated record is replaced by one that corrects it. */
    RECTIFICATION,
    /** An award is taken back. */
    WITHDRAWAL,
    /** A session is undone with everything that came of it. */
    ANNULMENT,
    /** What is still possible in a year and after the expiry of the title. */
    DEADLINES,
    /** A title is revised: what was obtained under the older version counts for the newer one. */
    REVISION,
    /** A certificate is added to a title that is held. */
    COMPLEMENT
}
