package fr.parchemin.session.approval;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.certification.ReadCertification;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Grants an approval. */
@ApplicationScoped
class GrantApproval {

    private final ApprovalRepository approvals;
    private final ReadCentres centres;
    private final ReadCertification certifications;
    private final RuleBook rules;

    GrantApproval(ApprovalRepository approvals, ReadCentres centres, ReadCertification certifications, RuleBook rules) {
        this.approvals = approvals;
        this.centres = centres;
        this.certifications = certifications;
        this.rules = rules;
    }

    @Transactional
    @Idempotent
    ApprovalView approval(UUID centreId, ApprovalRequest request) {
        centres.visible(centreId);
        if (centres.place(centreId, request.siteId()).isEmpty()) {
            throw new ProblemException(
                    ProblemType.REFERENCE_UNKNOWN,
                    "See violations.",
                    List.of(Violation.ofField("/siteId", "Not a site of this centre.")));
        }
        Certification certification = certifications.named(request.certificationNumber());
        rules.judge(
                        ApprovalRules.GRANT,
                        new ApprovalWithinTitleRule.Grant(request.validTo(), certification.registrationEndsOn()))
                .warningsOrRefusal();
        CentreApproval approval = new CentreApproval(
                Ids.next(),
                centreId,
                request.siteId(),
                request.certificationNumber(),
                request.validFrom(),
                request.validTo(),
                request.decision());
        approvals.persistAndFlush(approval);
        Log.infof("approval %s of centre %s for %s", approval.id(), centreId, request.certificationNumber());
        return ApprovalView.of(approval);
    }
}
