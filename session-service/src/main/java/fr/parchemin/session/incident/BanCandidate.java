package fr.parchemin.session.incident;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.enrolment.ReadEnrolments;
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
import java.util.stream.Collectors;

/** Records the bans that the administration decides, and lifts them (R25, R116). */
@ApplicationScoped
class BanCandidate {

    private final ReadCandidates candidates;
    private final BanRepository bans;
    private final FraudReportRepository reports;
    private final ReadEnrolments enrolments;
    private final RuleBook rules;
    private final Caller caller;
    private final Clock clock;

    BanCandidate(
            ReadCandidates candidates,
            BanRepository bans,
            FraudReportRepository reports,
            ReadEnrolments enrolments,
            RuleBook rules,
            Caller caller,
            Clock clock) {
        this.candidates = candidates;
        this.bans = bans;
        this.reports = reports;
        this.enrolments = enrolments;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    BanView ban(UUID candidateId, BanRequest request) {
        requireCandidate(candidateId);
        UUID report = request.fraudReportId();
        Verdict target = report == null ? Verdict.clear() : rules.judge(FraudRules.TARGET, target(candidateId, report));
        if (request.lastDay().isBefore(request.notifiedOn())) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/lastDay", "Not before notifiedOn.")));
        }
        List<Finding> warnings =
                rules.judge(FraudRules.BAN, request).and(target).warningsOrRefusal();
        ExamBan ban = new ExamBan(Ids.next(), candidateId, request, Moments.now(clock), caller.subject());
        bans.persistAndFlush(ban);
        Log.infof("candidate %s banned until %s", candidateId, request.lastDay());
        return BanView.of(ban, warnings);
    }

    @Transactional
    @Idempotent
    BanView lift(UUID candidateId, UUID banId, LiftingRequest request) {
        requireCandidate(candidateId);
        ExamBan ban = bans.findByIdOptional(banId)
                .filter(b -> b.candidateId().equals(candidateId))
                .orElseThrow(() -> ProblemException.notFound("ban", banId));
        ban.lift(Moments.today(clock), request.reason());
        bans.flush();
        Log.infof("ban of candidate %s lifted", candidateId);
        return BanView.of(ban, List.of());
    }

    List<BanView> of(UUID candidateId) {
        requireCandidate(candidateId);
        return bans.of(List.of(candidateId)).stream()
                .map(b -> BanView.of(b, List.of()))
                .toList();
    }

    private BanTarget target(UUID candidateId, UUID reportId) {
        FraudReport report = reports.findByIdOptional(reportId)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.REFERENCE_UNKNOWN,
                        "See violations.",
                        List.of(Violation.ofField("/fraudReportId", "No such report."))));
        return new BanTarget(
                candidateId,
                enrolments.one(report.sessionId(), report.enrolmentId()).candidateId(),
                report.accomplices().stream()
                        .map(FraudReport.Accomplice::candidateId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private void requireCandidate(UUID candidateId) {
        if (candidates.visible(candidateId).isEmpty()) {
            throw ProblemException.notFound("candidate", candidateId);
        }
    }
}
