package fr.parchemin.results.record;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.audit.AuditTrail;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** The way of a signed record between centre and authority: submitted by the one (R109), given back by the other. */
@ApplicationScoped
class ForwardRecord {

    private final RecordDesk desk;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Clock clock;

    ForwardRecord(RecordDesk desk, Outbox outbox, AuditTrail audit, EntityManager entities, Clock clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.audit = audit;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    RecordView submit(UUID recordId) {
        SessionRecord record = desk.hold(recordId);
        desk.requireConcerned(record);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        record.submit(now);
        outbox.append(new RecordSubmittedEvent(recordId, record.sessionId(), now));
        audit.change("recordSubmitted", "record", recordId, null, Map.of("session", record.sessionId()));
        entities.flush();
        Log.infof("record %s is submitted", recordId);
        return desk.view(record);
    }

    @Transactional
    @Idempotent
    RecordView giveBack(UUID recordId, String reason) {
        SessionRecord record = desk.hold(recordId);
        desk.requireConcerned(record);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        record.giveBack(reason, now);
        outbox.append(new RecordReturnedEvent(recordId, record.sessionId(), reason, now));
        audit.change("recordReturned", "record", recordId, reason, Map.of("session", record.sessionId()));
        entities.flush();
        Log.infof("record %s is returned", recordId);
        return desk.view(record);
    }
}
