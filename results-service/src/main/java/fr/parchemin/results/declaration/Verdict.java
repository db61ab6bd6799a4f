package fr.parchemin.results.declaration;

import java.util.UUID;

/**
 * What the Caisse des Dépôts says of one passage.
 *
 * @param declarationId the {@code idTechnique}
 * @param message every message, one on a line; empty when it was taken in
 */
record Verdict(UUID declarationId, boolean ok, String message) {}
