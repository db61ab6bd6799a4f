package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;

/** The authority validated the record: its decisions are effective. */
record RecordValidatedEvent(
        UUID recordId, UUID sessionId, String certificationNumber, String orderNumber, Instant validatedAt)
        implements RecordEvent {}
