package fr.parchemin.session.incident;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An incident as one audience sees it. */
@Schema(name = "Incident", description = "Something that disturbed the session.")
public record IncidentView(
        UUID id,
        UUID sessionId,
        @Nullable UUID enrolmentId,
        @Nullable String eventCode,
        IncidentType type,
        Instant occurredAt,

        @Nullable @Schema(description = "What is told to the candidate.")
        String candidateComment,

        @Nullable @Schema(description = "What is told to the organisation that trained or enrolled the candidate.")
        String organisationComment,

        @Nullable @Schema(description = "For the centre and the authority; null for everybody else.")
        String internalComment,

        Instant recordedAt,
        String recordedBy) {

    static IncidentView of(Incident i, boolean inside) {
        Comments c = inside ? i.comments() : i.comments().outside();
        return new IncidentView(
                i.id(),
                i.sessionId(),
                i.enrolmentId(),
                i.eventCode(),
                i.type(),
                i.occurredAt(),
                c.candidate(),
                c.organisation(),
                c.internal(),
                i.recordedAt(),
                i.recordedBy());
    }
}
