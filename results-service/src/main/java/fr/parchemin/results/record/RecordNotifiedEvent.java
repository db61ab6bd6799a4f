package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;

/** The results of the record were notified. */
record RecordNotifiedEvent(UUID recordId, UUID sessionId, Instant notifiedAt) implements RecordEvent {}
