package fr.parchemin.results.record;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * Begins the record that corrects a signed one (R108), as drafts begin: with the findings as they are, and with the decisions
 * that the jury took then. Which of both is wrong is for the jury to put right before it signs again.
 */
@ApplicationScoped
class RectifyRecord {

    private final RecordDesk desk;
    private final SessionRecordRepository records;
    private final DecisionRepository decisions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    RectifyRecord(
            RecordDesk desk,
            SessionRecordRepository records,
            DecisionRepository decisions,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.records = records;
        this.decisions = decisions;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    RecordView rectify(UUID recordId, String reason) {
        SessionRecord corrected = desk.hold(recordId);
        desk.requireConcerned(corrected);
        corrected.require(SessionRecord.State.RETURNED, SessionRecord.State.VALIDATED, SessionRecord.State.NOTIFIED);
        if (corrected.effective() && !caller.has(Roles.AUTHORITY)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN, "What is validated is corrected by decision of the authority (R123).");
        }
        records.find("corrects", recordId).firstResultOptional().ifPresent(other -> {
            throw new ProblemException(
                    ProblemType.RECORD_EXISTS, "It is corrected by /v1/records/" + other.id() + " already.");
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SessionRecord record = SessionRecord.rectifying(Ids.next(), corrected, reason, now);
        records.persistAndFlush(record);
        decisions
                .list("key.recordId", recordId)
                .forEach(d -> decisions.persist(new Decision(
                        new Decision.Key(record.id(), d.enrolmentId()),
                        d.blocks(),
                        d.grantTitle(),
                        d.reasons(),
                        d.decidedBy(),
                        d.decidedAt())));
        decisions.flush();
        outbox.append(new RecordDraftedEvent(record.id(), record.sessionId(), recordId, now));
        audit.change(
                "recordDrafted",
                "record",
                record.id(),
                reason,
                Map.of("session", record.sessionId(), "corrects", recordId));
        Log.infof("record %s, which corrects %s, is drawn up", record.id(), recordId);
        return desk.view(record);
    }
}
