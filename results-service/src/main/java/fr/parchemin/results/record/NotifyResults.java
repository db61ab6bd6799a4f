package fr.parchemin.results.record;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.award.GrantAwards;
import fr.parchemin.results.published.PublishResults;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The results of a validated record are told: from here on candidates and platforms see them (R111). */
@ApplicationScoped
class NotifyResults {

    private final RecordDesk desk;
    private final GrantAwards awards;
    private final PublishResults results;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final EntityManager entities;

    NotifyResults(
            RecordDesk desk,
            GrantAwards awards,
            PublishResults results,
            Outbox outbox,
            AuditTrail audit,
            EntityManager entities) {
        this.desk = desk;
        this.awards = awards;
        this.results = results;
        this.outbox = outbox;
        this.audit = audit;
        this.entities = entities;
    }

    @Transactional
    @Idempotent
    RecordView tell(UUID recordId) {
        Instant now = results.turn();
        SessionRecord record = desk.hold(recordId);
        desk.requireConcerned(record);
        record.notified(now);
        awards.show(recordId);
        results.show(recordId, now);
        outbox.append(new RecordNotifiedEvent(recordId, record.sessionId(), now));
        audit.change("recordNotified", "record", recordId, null, Map.of("session", record.sessionId()));
        entities.flush();
        Log.infof("record %s: results are notified", recordId);
        return desk.view(record);
    }
}
