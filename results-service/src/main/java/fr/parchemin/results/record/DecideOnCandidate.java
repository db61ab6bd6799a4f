package fr.parchemin.results.record;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.rules.Judgement;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jury decides on one candidate, where it departs from the proposal or wants to give its reasons. */
@ApplicationScoped
class DecideOnCandidate {

    private final RecordDesk desk;
    private final DecisionRepository decisions;
    private final RecordRules rules;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    DecideOnCandidate(
            RecordDesk desk,
            DecisionRepository decisions,
            RecordRules rules,
            EntityManager entities,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.rules = rules;
        this.entities = entities;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    RecordView decide(UUID recordId, UUID enrolmentId, DecisionRequest request, @Nullable IfMatch ifMatch) {
        SessionRecord record = desk.hold(recordId);
        RecordContent content = desk.content(record);
        desk.requireNotAnnulled(content.dossier());
        if (record.frozen()) {
            throw new ProblemException(
                    ProblemType.RECORD_FROZEN, "A signed record is corrected by a rectifying record only (R108).");
        }
        Enrolment enrolment = content.dossier()
                .enrolment(enrolmentId)
                .orElseThrow(() -> ProblemException.notFound("enrolment", enrolmentId));
        Juror juror = content.dossier()
                .juror(caller.subject())
                .orElseThrow(() -> ProblemException.notFound("record", recordId));
        Decision.Key key = new Decision.Key(recordId, enrolmentId);
        Optional<Decision> earlier = decisions.findByIdOptional(key);
        if (earlier.isPresent() || ifMatch != null) {
            IfMatch.require(ifMatch, RecordResource.tag(desk.view(record)));
        }
        rules.deciding(content.dossier(), enrolmentId, juror)
                .and(rules.decision(content.facts(enrolment, request.blocks(), request.grantTitle())))
                .and(Judgement.faults(notExamined(content, request)))
                .refuseBroken();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        earlier.ifPresentOrElse(
                d -> d.replace(request.blocks(), request.grantTitle(), request.reasons(), juror.id(), now),
                () -> decisions.persist(
                        new Decision(key, request.blocks(), request.grantTitle(), request.reasons(), juror.id(), now)));
        audit.change(
                "decisionTaken",
                "record",
                recordId,
                null,
                Map.of("enrolment", enrolmentId, "juror", juror.id(), "replaces", earlier.isPresent()));
        // A decision is part of the record: its version moves with it.
        entities.lock(record, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        entities.flush();
        Log.infof("record %s: decision on enrolment %s", recordId, enrolmentId);
        return desk.view(record);
    }

    private static List<Violation> notExamined(RecordContent content, DecisionRequest request) {
        List<String> examined = content.dossier().examinedBlocks();
        return request.blocks().stream()
                .filter(code -> !examined.contains(code))
                .map(code -> Violation.ofField(
                        "/blocks", code + " is not examined in this session, which examines " + examined + "."))
                .toList();
    }
}
