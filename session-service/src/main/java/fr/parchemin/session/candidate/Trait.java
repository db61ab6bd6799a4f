package fr.parchemin.session.candidate;

/** What two records of people are compared by. */
public enum Trait {
    /** Birth name; also when one record has as birth name what the other has as usage name. */
    BIRTH_NAME,
    FIRST_NAMES,
    BORN_ON,
    SEX,
    BIRTH_PLACE
}
