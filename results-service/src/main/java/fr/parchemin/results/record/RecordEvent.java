package fr.parchemin.results.record;

import fr.parchemin.kit.outbox.OutboundEvent;
import java.util.UUID;

/** A fact about a record; those of one session arrive in one order. None of them tells a finding or a decision (R111). */
interface RecordEvent extends OutboundEvent {

    UUID recordId();

    UUID sessionId();

    @Override
    default String topic() {
        return "parchemin.records";
    }

    @Override
    default String key() {
        return sessionId().toString();
    }

    @Override
    default String subject() {
        return recordId().toString();
    }
}
