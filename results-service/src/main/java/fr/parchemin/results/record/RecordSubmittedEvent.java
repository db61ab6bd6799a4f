package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;

/** The centre sent the signed record to the authority. */
record RecordSubmittedEvent(UUID recordId, UUID sessionId, Instant submittedAt) implements RecordEvent {}
