package fr.parchemin.session.jury;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.juror.JurorView;
import fr.parchemin.session.juror.ReadJurors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records that a juror does not judge a candidate, as somebody declared. */
@ApplicationScoped
class RecuseJuror {

    private final TakeSession take;
    private final ReadJurors jurors;
    private final ReadEnrolments enrolments;
    private final ReadCandidates candidates;
    private final RecusalRepository recusals;
    private final JudgeJury judge;
    private final Caller caller;

    RecuseJuror(
            TakeSession take,
            ReadJurors jurors,
            ReadEnrolments enrolments,
            ReadCandidates candidates,
            RecusalRepository recusals,
            JudgeJury judge,
            Caller caller) {
        this.take = take;
        this.jurors = jurors;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.recusals = recusals;
        this.judge = judge;
        this.caller = caller;
    }

    @Transactional
    @Idempotent
    RecusalView recuse(UUID sessionId, RecusalRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.RECUSE);
        List<Violation> violations = new ArrayList<>();
        Optional<EnrolmentView> enrolment = enrolments.active(sessionId).stream()
                .filter(e -> e.id().equals(request.enrolmentId()))
                .findFirst();
        if (enrolment.isEmpty()) {
            violations.add(Violation.ofField("/enrolmentId", "Not an enrolment of this session."));
        }
        if (inHand.session().jury().stream().noneMatch(m -> m.jurorId().equals(request.jurorId()))) {
            violations.add(Violation.ofField("/jurorId", "Not a member of the jury of this session."));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemType.REFERENCE_UNKNOWN, "See violations.", violations);
        }
        if (recusals.of(sessionId).stream()
                .anyMatch(r ->
                        r.jurorId().equals(request.jurorId()) && r.enrolmentId().equals(request.enrolmentId()))) {
            throw new ProblemException(CommonProblem.CONFLICT, "This juror is recused for this candidate already.");
        }
        JurorView juror = jurors.find(request.jurorId()).orElseThrow();
        CandidateView candidate = candidates.known(enrolment.orElseThrow().candidateId());
        Recusal recusal = judge.record(
                inHand,
                request.jurorId(),
                enrolment.orElseThrow(),
                request.ground(),
                request.declaredBy(),
                judge.excludes(juror, candidate, enrolment.orElseThrow(), request.ground()),
                caller.subject());
        take.done(
                inHand.session(),
                SessionStep.RECUSE,
                request.enrolmentId(),
                request.ground().name());
        return RecusalView.of(recusal);
    }
}
