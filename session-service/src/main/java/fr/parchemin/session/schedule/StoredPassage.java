package fr.parchemin.session.schedule;

import fr.parchemin.kit.web.EntityTags;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage as it is recorded.
 *
 * @param startsAt null, like the end and the room, while it has no place
 * @param pinned by hand: it stays where it is when the schedule is solved again
 */
record StoredPassage(
        UUID id,
        int version,
        UUID enrolmentId,
        String eventCode,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable UUID roomId,
        List<UUID> jurorIds,
        boolean pinned,
        Instant changedAt) {

    StoredPassage {
        jurorIds = List.copyOf(jurorIds);
    }

    boolean placed() {
        return startsAt != null;
    }

    Instant start() {
        return Objects.requireNonNull(startsAt);
    }

    Instant end() {
        return Objects.requireNonNull(endsAt);
    }

    UUID room() {
        return Objects.requireNonNull(roomId);
    }

    boolean is(UUID enrolment, String event) {
        return enrolmentId.equals(enrolment) && eventCode.equals(event);
    }

    String tag() {
        return EntityTags.of("passage", id, version);
    }
}
