package fr.parchemin.session.examsession;

import fr.parchemin.session.approval.ReadApprovals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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
        LocalDate today = s.today(clock);
        return new Declaration(
                s.type(),
                s.target(),
                s.startsOn(),
                s.endsOn(),
                today,
                Objects.requireNonNullElse(s.declaredOn(), today),
                s.remote(),
                inHand.certification(),
                approvals.approvedPeriods(s.centreId(), s.siteId(), s.certificationNumber(), null),
                s.type() == SessionType.CCS
                        ? approvals.approvedPeriods(s.centreId(), s.siteId(), s.certificationNumber(), s.blockCode())
                        : List.of());
    }
}
