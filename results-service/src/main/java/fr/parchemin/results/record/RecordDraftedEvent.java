package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;

/** The record was drawn up from the findings. */
record RecordDraftedEvent(UUID recordId, UUID sessionId, Instant draftedAt) implements RecordEvent {}
