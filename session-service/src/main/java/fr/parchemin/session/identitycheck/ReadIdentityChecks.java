package fr.parchemin.session.identitycheck;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.enrolment.ReadEnrolments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows whose identity was checked. */
@ApplicationScoped
public class ReadIdentityChecks {

    private final IdentityCheckRepository checks;
    private final ReadEnrolments enrolments;

    ReadIdentityChecks(IdentityCheckRepository checks, ReadEnrolments enrolments) {
        this.checks = checks;
        this.enrolments = enrolments;
    }

    IdentityCheckView one(UUID sessionId, UUID enrolmentId) {
        return checks.findByIdOptional(enrolments.one(sessionId, enrolmentId).id())
                .map(IdentityCheckView::of)
                .orElseThrow(() -> ProblemException.notFound("identity check of enrolment", enrolmentId));
    }

    /** All of a session, whoever asks. */
    public List<IdentityCheckView> ofSession(UUID sessionId) {
        return checks.ofSession(sessionId).stream().map(IdentityCheckView::of).toList();
    }

    /** Whether the identity was checked, whoever asks. */
    public boolean isChecked(UUID enrolmentId) {
        return checks.findByIdOptional(enrolmentId).isPresent();
    }
}
