package fr.parchemin.kit.sandbox;

import java.time.Instant;

/**
 * Told inside the service, in the transaction and still at the old time, before its present moves. An observer that fails
 * keeps it where it is.
 *
 * @param to the present from here on
 * @param real whether that is the real time again
 */
public record ClockMoved(Instant to, boolean real) {}
