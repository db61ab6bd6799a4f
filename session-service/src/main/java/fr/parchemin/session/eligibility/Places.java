package fr.parchemin.session.eligibility;

/**
 * Places of a session.
 *
 * @param declared how many there are
 * @param taken how many others have one
 */
public record Places(int declared, int taken) {}
