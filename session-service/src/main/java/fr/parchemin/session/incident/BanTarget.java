package fr.parchemin.session.incident;

import java.util.Set;
import java.util.UUID;

/**
 * Whom a ban that cites a report is on.
 *
 * @param suspect the candidate of the report
 * @param accomplices those of the report who are candidates
 */
record BanTarget(UUID candidateId, UUID suspect, Set<UUID> accomplices) {}
