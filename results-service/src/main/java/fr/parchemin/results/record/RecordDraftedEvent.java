package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record was drawn up from the findings; a rectifying one names the record that it corrects. */
record RecordDraftedEvent(
        UUID recordId, UUID sessionId, @Nullable UUID corrects, Instant draftedAt) implements RecordEvent {}
