package fr.parchemin.kit.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the present is to be.
 *
 * @param now from when on time runs, null for the real time
 */
public record SandboxClockRequest(@Nullable Instant now) {}
