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
import org.jspecify.annotations.Nullable;

/** Grants an approval. */
@ApplicationScoped
class GrantApproval {

    private final ApprovalRepository approvals;
    private final ReadCentres centres;
    private final ReadCertification certifications;
    private final ReadApprovals read;
    private final RuleBook rules;

    GrantApproval(
            ApprovalRepository approvals,
            ReadCentres centres,
            ReadCertification certifications,
            ReadApprovals read,
            RuleBook rules) {
        this.approvals = approvals;
        this.read = read;
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
        requireListed(request.complementCode(), certification);
        rules.judge(
                        ApprovalRules.GRANT,
                        new Grant(
                                request.complementCode(),
                                request.validFrom(),
                                request.validTo(),
                                certification.registrationEndsOn(),
                                read.approvedPeriods(centreId, request.siteId(), request.certificationNumber(), null)))
                .warningsOrRefusal();
        CentreApproval approval = new CentreApproval(
                Ids.next(),
                centreId,
                request.siteId(),
                request.certificationNumber(),
                request.complementCode(),
                request.validFrom(),
                request.validTo(),
                request.decision());
        approvals.persistAndFlush(approval);
        Log.infof("approval %s of centre %s for %s", approval.id(), centreId, request.certificationNumber());
        return ApprovalView.of(approval);
    }

    private static void requireListed(@Nullable String complement, Certification certification) {
        if (complement != null && certification.complement(complement).isEmpty()) {
            throw new ProblemException(
                    ProblemType.REFERENCE_UNKNOWN,
                    "See violations.",
                    List.of(Violation.ofField(
                            "/complementCode", "Not a complementary certificate of " + certification.number() + ".")));
        }
    }
}
