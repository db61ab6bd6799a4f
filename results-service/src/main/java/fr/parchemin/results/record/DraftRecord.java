package fr.parchemin.results.record;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Draws up the record of a session once the exam is over and every event of every present candidate has a finding. */
@ApplicationScoped
class DraftRecord {

    private final RecordDesk desk;
    private final SessionRecordRepository records;
    private final ReadSession sessions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DraftRecord(
            RecordDesk desk,
            SessionRecordRepository records,
            ReadSession sessions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.records = records;
        this.sessions = sessions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    RecordView draft(UUID sessionId) {
        SessionDossier dossier = sessions.session(sessionId);
        desk.requireNotAnnulled(dossier);
        if (!dossier.session().closed()) {
            throw new ProblemException(
                    ProblemType.SESSION_NOT_CLOSED,
                    "Close the exam first: POST /v1/sessions/" + sessionId + "/closure.");
        }
        records.find("sessionId = ?1 order by draftedAt desc", sessionId)
                .firstResultOptional()
                .ifPresent(existing -> {
                    throw new ProblemException(ProblemType.RECORD_EXISTS, "It is /v1/records/" + existing.id() + ".");
                });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SessionRecord record = new SessionRecord(Ids.next(), sessionId, now);
        if (dossier.examinedBlocks().isEmpty()) {
            throw ProblemException.rulesBroken(List.of(Violation.ofRule(
                    "R4",
                    dossier.session().certificationNumber()
                            + " describes nothing that this session could award: no record can be drawn up.")));
        }
        List<Violation> missing = desk.content(record, dossier).missing();
        if (!missing.isEmpty()) {
            throw ProblemException.rulesBroken(missing);
        }
        records.persistAndFlush(record);
        outbox.append(new RecordDraftedEvent(record.id(), sessionId, null, now));
        audit.change("recordDrafted", "record", record.id(), null, Map.of("session", sessionId));
        Log.infof("record %s of session %s is drawn up", record.id(), sessionId);
        return desk.view(record);
    }
}
