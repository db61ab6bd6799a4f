package fr.parchemin.results.assessment;

import fr.parchemin.kit.outbox.OutboundEvent;
import java.time.Instant;
import java.util.UUID;

/** That a finding was recorded; what was found stays with the jury until the record is validated (R111). */
public record AssessmentRecordedEvent(
        UUID sessionId, UUID enrolmentId, UUID candidateId, String eventCode, UUID jurorId, Instant recordedAt)
        implements OutboundEvent {

    @Override
    public String topic() {
        return "parchemin.records";
    }

    @Override
    public String key() {
        return sessionId.toString();
    }

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}
