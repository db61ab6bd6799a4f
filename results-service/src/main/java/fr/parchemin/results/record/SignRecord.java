package fr.parchemin.results.record;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.assessment.SessionFreeze;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.rules.Judgement;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A member of the jury who was present signs the record (R107). The first signature fixes its content (R108). */
@ApplicationScoped
class SignRecord {

    private final RecordDesk desk;
    private final SignatureRepository signatures;
    private final SessionFreeze freeze;
    private final RecordRules rules;
    private final ChainRecords chain;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    SignRecord(
            RecordDesk desk,
            SignatureRepository signatures,
            SessionFreeze freeze,
            RecordRules rules,
            ChainRecords chain,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.signatures = signatures;
        this.freeze = freeze;
        this.rules = rules;
        this.chain = chain;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    RecordView sign(UUID recordId) {
        SessionRecord record = desk.hold(recordId);
        boolean first = !record.frozen();
        if (first) {
            // From here on no finding is recorded, so what is read next is what is signed.
            freeze.lock(record.sessionId());
        }
        RecordContent content = desk.content(record);
        Juror juror = content.dossier()
                .juror(caller.subject())
                .orElseThrow(() -> ProblemException.notFound("record", recordId));
        desk.requireNotAnnulled(content.dossier());
        record.require(SessionRecord.State.DRAFT);
        Judgement deliberation = rules.signing(content.dossier(), juror);
        if (first) {
            deliberation
                    .and(Judgement.faults(content.missing()))
                    .and(content.standing())
                    .refuseBroken();
        } else {
            deliberation.refuseBroken();
        }
        Set<UUID> signed =
                desk.signatures(record).stream().map(Signature::jurorId).collect(Collectors.toSet());
        if (!signed.add(juror.id())) {
            throw new ProblemException(ProblemType.RECORD_STATE, "You have signed this record already.");
        }
        if (first) {
            desk.freeze(record, content.toSign(deliberation.warnings()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        signatures.persist(new Signature(recordId, juror.id(), now));
        boolean complete = SignaturesPolicy.complete(content.dossier().presentJurors(), signed);
        signatures.flush();
        if (complete) {
            record.signed(now);
            chain.append();
        }
        outbox.append(new RecordSignedEvent(
                recordId, record.sessionId(), juror.id(), now, complete, Objects.requireNonNull(record.fingerprint())));
        audit.change(
                "recordSigned",
                "record",
                recordId,
                null,
                Map.of("juror", juror.id(), "complete", complete, "fingerprint", record.fingerprint()));
        signatures.flush();
        Log.infof("record %s is signed by juror %s, complete: %s", recordId, juror.id(), complete);
        return desk.view(record);
    }
}
