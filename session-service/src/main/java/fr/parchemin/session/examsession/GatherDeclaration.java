package fr.parchemin.session.examsession;

import fr.parchemin.session.approval.ReadApprovals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Gathers what the rules of a declaration look at. */
@ApplicationScoped
public class GatherDeclaration {

    private final ReadApprovals approvals;
    private final Clock clock;

    GatherDeclaration(ReadApprovals approvals, Clock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    /** The facts of this session. */
    public Declaration of(SessionInHand inHand) {
        ExamSession s = inHand.session();
        return new Declaration(
                s.type(),
                s.target(),
                s.startsOn(),
                s.endsOn(),
                s.today(clock),
                s.remote(),
                inHand.certification(),
                approvals.approvedPeriods(s.centreId(), s.siteId(), s.certificationNumber(), null),
                s.type() == SessionType.CCS
                        ? approvals.approvedPeriods(s.centreId(), s.siteId(), s.certificationNumber(), s.blockCode())
                        : List.of());
    }
}
