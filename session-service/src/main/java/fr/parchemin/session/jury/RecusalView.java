package fr.parchemin.session.jury;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recusal as callers see it. */
@Schema(name = "Recusal", description = "A juror who does not judge one candidate.")
record RecusalView(
        UUID id,
        UUID sessionId,
        UUID jurorId,
        UUID enrolmentId,
        Ground ground,
        @Schema(description = "SYSTEM: found in the data.") DeclaredBy declaredBy,

        @Schema(description = "False when the rule of this ground only warns.")
        boolean excludes,

        Instant recordedAt) {

    static RecusalView of(Recusal r) {
        return new RecusalView(
                r.id(),
                r.sessionId(),
                r.jurorId(),
                r.enrolmentId(),
                r.ground(),
                r.declaredBy(),
                r.excludes(),
                r.recordedAt());
    }
}
