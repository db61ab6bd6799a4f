package fr.parchemin.session.examsession;

/** What a session examines. */
public enum SessionType {
    /** The whole title. */
    TITLE,
    /** One block. */
    CCP,
    /** One complementary certificate of a title already held. */
    CCS
}
