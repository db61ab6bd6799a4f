package fr.parchemin.session.approval;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.approval.EndedApprovalView.TouchedSession;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Ends an approval before its last day. Sessions that it covered, in the grace year too (R33), stay, but nobody enrols in them
 * and they do not open (R32).
 */
@ApplicationScoped
class EndApproval {

    /** Later than any session: the grace year bounds them itself (R8). */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final ApprovalRepository approvals;
    private final ReadCentres centres;
    private final ReadCertification certifications;
    private final RuleBook rules;
    private final Outbox outbox;

    EndApproval(
            ApprovalRepository approvals,
            ReadCentres centres,
            ReadCertification certifications,
            RuleBook rules,
            Outbox outbox) {
        this.approvals = approvals;
        this.centres = centres;
        this.certifications = certifications;
        this.rules = rules;
        this.outbox = outbox;
    }

    @Transactional
    @Idempotent
    EndedApprovalView end(UUID centreId, UUID approvalId, ApprovalEnding ending) {
        centres.visible(centreId);
        CentreApproval approval = approvals
                .locked(approvalId)
                .filter(a -> a.centreId().equals(centreId))
                .orElseThrow(() -> ProblemException.notFound("approval", approvalId));
        if (ending.lastDay().isBefore(approval.validFrom()) || !ending.lastDay().isBefore(approval.validTo())) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "See violations.",
                    List.of(Violation.ofField(
                            "/lastDay",
                            "The approval holds from %s to %s: give a day from the first to the one before the last."
                                    .formatted(approval.validFrom(), approval.validTo()))));
        }
        List<TouchedSession> touched = approvals.sessionsBeyond(approval, ending.lastDay(), coversUntil(approval));
        approval.end(ending.lastDay(), ending.decision(), ending.reason());
        approvals.flush();
        outbox.append(new ApprovalEndedEvent(
                approvalId,
                centreId,
                approval.siteId(),
                approval.certificationNumber(),
                approval.complementCode(),
                ending.lastDay(),
                ending.decision(),
                touched.stream().map(TouchedSession::id).toList()));
        Log.infof("approval %s ends on %s, sessions touched: %d", approvalId, ending.lastDay(), touched.size());
        return new EndedApprovalView(ApprovalView.of(approval), touched);
    }

    /** With the grace year, when the approval ran to the last day of validity (R33). */
    private LocalDate coversUntil(CentreApproval approval) {
        LocalDate end = certifications.named(approval.certificationNumber()).registrationEndsOn();
        boolean deemed = approval.validTo().equals(end)
                && rules.parameters(SpecialisationApprovalRule.SHEET).flag(SpecialisationApprovalRule.GRACE);
        return deemed ? NEVER : approval.validTo();
    }
}
