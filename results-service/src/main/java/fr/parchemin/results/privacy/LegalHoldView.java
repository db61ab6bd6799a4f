package fr.parchemin.results.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold as recorded. */
@Schema(name = "LegalHold")
record LegalHoldView(UUID sessionId, String reason, LocalDate until, Instant setAt) {

    static LegalHoldView of(LegalHold h) {
        return new LegalHoldView(h.sessionId(), h.reason(), h.until(), h.setAt());
    }
}
