package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The authority validated the record: its decisions are effective. */
record RecordValidatedEvent(
        UUID recordId,
        UUID sessionId,
        String certificationNumber,
        String orderNumber,
        @Nullable UUID corrects,
        Instant validatedAt)
        implements RecordEvent {}
