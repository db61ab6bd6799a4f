package fr.parchemin.kit.sandbox;

import java.time.Instant;

/**
 * The present of one service.
 *
 * @param now what it takes for the present
 * @param moved whether that is another time than the real one
 */
public record SandboxClockView(Instant now, boolean moved) {}
