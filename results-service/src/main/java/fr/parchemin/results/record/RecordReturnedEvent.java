package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;

/** The authority gave the record back. */
record RecordReturnedEvent(UUID recordId, UUID sessionId, String reason, Instant returnedAt) implements RecordEvent {}
