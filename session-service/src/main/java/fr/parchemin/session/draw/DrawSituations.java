package fr.parchemin.session.draw;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.enrolment.EnrolmentState;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Draws situations for a candidate, verifiably (R80 to R82). */
@ApplicationScoped
class DrawSituations {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final ReadCertification certifications;
    private final DrawRepository draws;
    private final CommitToDraws commit;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    DrawSituations(
            TakeSession take,
            ReadEnrolments enrolments,
            ReadCertification certifications,
            DrawRepository draws,
            CommitToDraws commit,
            RuleBook rules,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.certifications = certifications;
        this.draws = draws;
        this.commit = commit;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    DrawView draw(UUID sessionId, UUID enrolmentId, DrawRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.DRAW);
        EnrolmentView enrolment = enrolments.one(sessionId, enrolmentId);
        if (enrolment.state() != EnrolmentState.PRESENT) {
            throw new ProblemException(
                    ProblemType.WRONG_ENROLMENT_STATE,
                    "The enrolment is %s: a candidate who is PRESENT draws; record the attendance first."
                            .formatted(enrolment.state()));
        }
        ExamSession session = inHand.session();
        int earlier = (int) draws.of(enrolmentId).stream()
                .filter(d -> d.eventCode().equals(request.eventCode()))
                .count();
        String reason = earlier == 0 ? null : request.redrawReason();
        DrawFacts facts = new DrawFacts(
                session.target(),
                request.eventCode(),
                plan(session)
                        .target(session.target())
                        .flatMap(t -> t.events().stream()
                                .filter(e -> e.code().equals(request.eventCode()))
                                .findFirst())
                        .orElse(null),
                session.situations(),
                earlier,
                reason);
        rules.judge(DrawRules.BEFORE, facts).warningsOrRefusal();
        int rank = earlier + 1;
        DrawCommitment committed = commit.found(enrolmentId, request.eventCode(), rank)
                .orElseGet(() -> commit.to(sessionId, enrolmentId, request.eventCode(), rank, facts.offered()));
        SituationDraw draw = new SituationDraw(
                Ids.next(),
                sessionId,
                enrolmentId,
                request.eventCode(),
                rank,
                committed,
                facts.offered(),
                facts.types(),
                Moments.now(clock),
                caller.subject(),
                earlier > 0 && reason == null ? "-" : reason);
        rules.judge(DrawRules.PROOF, draw).warningsOrRefusal();
        draws.persistAndFlush(draw);
        commit.to(sessionId, enrolmentId, request.eventCode(), rank + 1, facts.offered());
        take.done(inHand.session(), SessionStep.DRAW, enrolmentId, draw.redrawReason());
        outbox.append(new SituationDrawnEvent(
                inHand.snapshot(),
                enrolmentId,
                enrolment.candidateId(),
                draw.id(),
                draw.eventCode(),
                draw.drawn().stream()
                        .map(s -> new SituationDrawnEvent.Drawn(s.code(), s.type()))
                        .toList(),
                draw.drawnAt()));
        Log.infof("enrolment %s drew for %s", enrolmentId, draw.eventCode());
        return DrawView.of(draw);
    }

    List<DrawView> of(UUID sessionId, UUID enrolmentId) {
        EnrolmentView enrolment = enrolments.one(sessionId, enrolmentId);
        return draws.of(enrolment.id()).stream().map(DrawView::of).toList();
    }

    DrawView one(UUID sessionId, UUID enrolmentId, UUID id) {
        return DrawView.of(found(sessionId, enrolmentId, id));
    }

    List<DrawCommitmentView> commitments(UUID sessionId) {
        take.toRead(sessionId);
        return commit.ofSession(sessionId).stream().map(DrawCommitmentView::of).toList();
    }

    DrawProofView proof(UUID sessionId, UUID enrolmentId, UUID id) {
        SituationDraw draw = found(sessionId, enrolmentId, id);
        return DrawProofView.of(draw, rules.judge(DrawRules.PROOF, draw).all().isEmpty());
    }

    private SituationDraw found(UUID sessionId, UUID enrolmentId, UUID id) {
        EnrolmentView enrolment = enrolments.one(sessionId, enrolmentId);
        return draws.findByIdOptional(id)
                .filter(d -> d.enrolmentId().equals(enrolment.id()))
                .orElseThrow(() -> ProblemException.notFound("draw", id));
    }

    private AssessmentPlan plan(ExamSession session) {
        return certifications
                .plan(session.certificationNumber(), Objects.requireNonNull(session.planVersion()))
                .orElseThrow();
    }
}
