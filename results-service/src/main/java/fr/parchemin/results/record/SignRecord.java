package fr.parchemin.results.record;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.assessment.SessionFreeze;
import fr.parchemin.results.examsession.Juror;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A member of the jury who was present signs the record (R107). The first signature fixes its content (R108). */
@ApplicationScoped
class SignRecord {

    private final RecordDesk desk;
    private final SignatureRepository signatures;
    private final SessionFreeze freeze;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final int minPresent;

    SignRecord(
            RecordDesk desk,
            SignatureRepository signatures,
            SessionFreeze freeze,
            Outbox outbox,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "jury.min-present", defaultValue = "2") int minPresent) {
        this.desk = desk;
        this.signatures = signatures;
        this.freeze = freeze;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.minPresent = minPresent;
    }

    @Transactional
    @Idempotent
    RecordView sign(UUID recordId) {
        SessionRecord record = desk.hold(recordId);
        RecordContent content = desk.content(record);
        record.require(SessionRecord.State.DRAFT);
        Juror juror = content.dossier()
                .juror(caller.subject())
                .orElseThrow(() -> ProblemException.notFound("record", recordId));
        List<Juror> present = content.dossier().presentJurors();
        List<Violation> broken = DeliberationRule.check(present, juror, minPresent);
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken);
        }
        List<Signature> earlier = desk.signatures(record);
        if (earlier.stream().anyMatch(s -> s.jurorId().equals(juror.id()))) {
            throw new ProblemException(ProblemType.RECORD_STATE, "You have signed this record already.");
        }
        if (!record.frozen()) {
            freeze.lock(record.sessionId());
            desk.freeze(record, content);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        signatures.persist(new Signature(recordId, juror.id(), now));
        var signed = earlier.stream().map(Signature::jurorId).collect(Collectors.toSet());
        boolean complete = present.stream().allMatch(j -> j.id().equals(juror.id()) || signed.contains(j.id()));
        if (complete) {
            record.signed();
        }
        outbox.append(new RecordSignedEvent(
                recordId, record.sessionId(), juror.id(), now, complete, Objects.requireNonNull(record.fingerprint())));
        signatures.flush();
        return desk.view(record);
    }
}
