package fr.parchemin.session.eventattendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of an attendance look at.
 *
 * @param identityChecked whether the candidate's identity was checked
 * @param startedAt passage time, or start of a collective event
 */
record Passage(
        EventStatus status,
        boolean identityChecked,
        @Nullable Instant startedAt) {}
