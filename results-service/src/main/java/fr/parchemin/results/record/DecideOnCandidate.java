package fr.parchemin.results.record;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.assessment.RecusedJurorRule;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Juror;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jury decides on one candidate, where it departs from the proposal or wants to give its reasons. */
@ApplicationScoped
class DecideOnCandidate {

    private final RecordDesk desk;
    private final DecisionRepository decisions;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    DecideOnCandidate(
            RecordDesk desk, DecisionRepository decisions, EntityManager entities, Caller caller, Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    RecordView decide(UUID recordId, UUID enrolmentId, DecisionRequest request, @Nullable IfMatch ifMatch) {
        SessionRecord record = desk.hold(recordId);
        RecordContent content = desk.content(record);
        IfMatch.require(ifMatch, RecordResource.tag(record.id(), record.version()));
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
        List<Violation> broken = new ArrayList<>();
        RecusedJurorRule.check(content.dossier(), enrolmentId, juror.id()).ifPresent(broken::add);
        broken.addAll(DecisionRule.check(
                content.dossier(),
                enrolment,
                content.appraisal(enrolment),
                content.held(enrolment),
                request.blocks(),
                request.grantTitle()));
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken);
        }
        Decision.Key key = new Decision.Key(recordId, enrolmentId);
        decisions
                .findByIdOptional(key)
                .ifPresentOrElse(
                        d -> d.replace(
                                request.blocks(), request.grantTitle(), request.reasons(), juror.id(), clock.instant()),
                        () -> decisions.persist(new Decision(
                                key,
                                request.blocks(),
                                request.grantTitle(),
                                request.reasons(),
                                juror.id(),
                                clock.instant())));
        // A decision is part of the record: its version, and so its ETag, moves with it.
        entities.lock(record, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        entities.flush();
        return desk.view(record);
    }
}
