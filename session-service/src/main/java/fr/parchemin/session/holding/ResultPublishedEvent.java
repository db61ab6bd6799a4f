package fr.parchemin.session.holding;

import java.time.Instant;
import java.util.UUID;

/** {@code ResultPublished} as it arrives. */
record ResultPublishedEvent(
        UUID enrolmentId, UUID candidateId, String certificationNumber, String outcome, Instant notifiedAt) {}
