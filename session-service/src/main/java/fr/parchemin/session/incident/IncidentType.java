package fr.parchemin.session.incident;

/** What kind of incident disturbs a session. */
public enum IncidentType {
    /** A candidate comes after the beginning. */
    LATE_ARRIVAL,
    /** Somebody is unwell or hurt. */
    HEALTH,
    /** Equipment, network or material fails. */
    EQUIPMENT,
    /** Noise, behaviour, visitors. */
    DISTURBANCE,
    /** The seals of the kit are not whole (R69). */
    BROKEN_SEAL,
    /** A document of the kit is wrong or missing. */
    KIT_ERROR,
    /** A juror or actor is missing. */
    STAFF,
    /** The site is left. */
    EVACUATION,
    OTHER
}
