package fr.parchemin.session.candidate;

import java.util.UUID;

/**
 * Another record that is likely the same person.
 *
 * @param of the record asked about
 * @param candidateId the other one
 */
public record LikelyDuplicate(UUID of, UUID candidateId, Likeness likeness) {}
