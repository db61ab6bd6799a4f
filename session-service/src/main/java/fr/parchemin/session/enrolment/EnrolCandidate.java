package fr.parchemin.session.enrolment;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.declarability.DeclarabilityRules;
import fr.parchemin.session.eligibility.EligibilityRules;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.identifier.Identifiers;
import fr.parchemin.session.rules.Finding;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Enrols a candidate when every rule that blocks is kept, and answers beforehand whether it would. */
@ApplicationScoped
class EnrolCandidate {

    private final TakeSession take;
    private final ReadCandidates candidates;
    private final EnrolmentRepository enrolments;
    private final JudgeEligibility judge;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    EnrolCandidate(
            TakeSession take,
            ReadCandidates candidates,
            EnrolmentRepository enrolments,
            JudgeEligibility judge,
            RuleBook rules,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.candidates = candidates;
        this.enrolments = enrolments;
        this.judge = judge;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    EnrolmentView enrol(UUID sessionId, EnrolmentRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.ENROL);
        CandidateView candidate = candidates
                .visible(request.candidateId())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.REFERENCE_UNKNOWN,
                        "See violations.",
                        List.of(Violation.ofField("/candidateId", "No candidate that you may enrol."))));
        ExtraTimeRule.Grant grant = new ExtraTimeRule.Grant(request.extraTimePercent(), request.extraTime());
        Verdict verdict = judge.toEnrol(inHand, candidate, request.path())
                .and(rules.judge(List.of(EnrolmentRules.EXTRA_TIME), grant));
        requireNobodyInTheWay(verdict);
        List<Finding> warnings = verdict.warningsOrRefusal();
        Enrolment enrolment = new Enrolment(
                Ids.next(),
                sessionId,
                request.candidateId(),
                request.path(),
                ExtraTimeRule.percent(grant, rules.parameters(EnrolmentRules.EXTRA_TIME.sheet())),
                caller.siret().orElse(inHand.session().centreSiret()),
                Moments.now(clock));
        enrolment.warn(warnings);
        enrolments.persistAndFlush(enrolment);
        take.done(inHand.session(), SessionStep.ENROL, enrolment.id(), null);
        outbox.append(CandidateEnrolledEvent.of(inHand.snapshot(), enrolment));
        Log.infof("enrolment %s in session %s", enrolment.id(), sessionId);
        return EnrolmentView.of(enrolment);
    }

    /** The answer that {@link #enrol} would give, without enrolling. */
    EligibilityView eligibility(UUID sessionId, EligibilityQuery query) {
        SessionInHand inHand = take.toRead(sessionId).ready(SessionStep.ENROL);
        CandidateView candidate = candidates
                .visible(Objects.requireNonNull(query.candidateId))
                .orElseThrow(() -> ProblemException.notFound("candidate", Objects.requireNonNull(query.candidateId)));
        Verdict verdict = judge.toEnrol(
                inHand,
                candidate,
                new Enrolment.Path(
                        Objects.requireNonNull(query.route),
                        Identifiers.digitsOrNull(query.trainingProviderSiret),
                        query.trainingStartedOn,
                        query.trainingEndedOn,
                        query.vaeAdmissibleSince));
        return new EligibilityView(
                verdict.broken().isEmpty(),
                DeclarabilityRules.declarable(verdict),
                verdict.broken(),
                verdict.warnings());
    }

    /** What only another enrolment forbids is a conflict: of two who come at the same moment, the second hears it. */
    private static void requireNobodyInTheWay(Verdict verdict) {
        List<Finding> broken = verdict.broken();
        if (!broken.isEmpty() && broken.stream().allMatch(f -> EligibilityRules.CONFLICTS.contains(f.rule()))) {
            throw new ProblemException(
                    ProblemType.PLACE_TAKEN,
                    "See violations.",
                    broken.stream()
                            .map(f -> Violation.ofRule(f.rule(), f.message()))
                            .toList());
        }
    }
}
