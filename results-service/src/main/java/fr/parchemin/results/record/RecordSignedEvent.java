package fr.parchemin.results.record;

import java.time.Instant;
import java.util.UUID;

/** A member of the jury signed; {@code complete} when every member present has. */
record RecordSignedEvent(
        UUID recordId, UUID sessionId, UUID jurorId, Instant signedAt, boolean complete, String fingerprint)
        implements RecordEvent {}
