package fr.parchemin.kit.inbox;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event that was set aside, without its data: whoever runs the services has no business with those.
 *
 * @param id number under which it can be replayed
 * @param state {@code DEAD}, or {@code WAITING} while what it needs is not there
 * @param reason what went wrong the last time
 * @param attempts how often its turn came after it was set aside
 */
@Schema(hidden = true)
record DeadLetterView(
        long id,
        String consumer,
        String eventId,
        String type,
        String topic,
        String key,
        String state,
        String reason,
        int attempts,
        Instant parkedAt) {}
