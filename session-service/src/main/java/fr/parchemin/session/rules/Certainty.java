package fr.parchemin.session.rules;

/** How sure a rule is, and therefore what happens by default when it is broken. */
public enum Certainty {
    /** Text in force, wording known from the text itself. */
    LAW(Mode.BLOCK),
    /** Text in force, known through a quotation or a summary. */
    LAW_Q(Mode.BLOCK),
    /** Stated by the published record of the title. */
    FICHE(Mode.BLOCK),
    /** Stated by a published technical format. */
    SPEC(Mode.BLOCK),
    /** Repealed text, kept while the wording that replaced it is not established. */
    OLD(Mode.BLOCK),
    /** What administrations and centres do; not a legal text. */
    PRACTICE(Mode.WARN),
    /** Our assumption. */
    ASSUMED(Mode.WARN);

    private final Mode defaultMode;

    Certainty(Mode defaultMode) {
        this.defaultMode = defaultMode;
    }

    /** Mode of a rule that says nothing of its own. */
    public Mode defaultMode() {
        return defaultMode;
    }
}
