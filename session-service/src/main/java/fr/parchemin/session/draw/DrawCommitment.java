package fr.parchemin.session.draw;

import java.time.Instant;
import java.util.UUID;

/**
 * The seed of a draw that is still to come, and what binds it to the pool.
 *
 * @param rank 1 for the first draw of this candidate for this event
 * @param seed 32 random bytes, shown to nobody before the draw
 * @param commitment what is shown before it
 */
record DrawCommitment(
        UUID enrolmentId, String eventCode, int rank, byte[] seed, byte[] commitment, Instant committedAt) {}
