package fr.parchemin.results.capital;

import java.util.Set;
import java.util.UUID;

/**
 * The authority changed what these candidates hold, without an examination. Told within the transaction: the certificates
 * follow in the same one.
 */
public record CapitalDecided(Set<UUID> candidateIds) {}
