package fr.parchemin.session.identitycheck;

import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.Moments;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that a candidate's identity was checked (R26, R70). */
@ApplicationScoped
class CheckIdentity {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final IdentityCheckRepository checks;
    private final RuleBook rules;
    private final Caller caller;
    private final Clock clock;

    CheckIdentity(
            TakeSession take,
            ReadEnrolments enrolments,
            IdentityCheckRepository checks,
            RuleBook rules,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.checks = checks;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    IdentityCheckView check(UUID sessionId, UUID enrolmentId, IdentityCheckRequest request, @Nullable IfMatch ifMatch) {
        take.toChange(sessionId).ready(SessionStep.RECORD_ATTENDANCE);
        UUID id = enrolments.one(sessionId, enrolmentId).id();
        IdentityCheck found = checks.findById(id);
        IfMatch.require(
                ifMatch, found == null ? null : IdentityCheckView.of(found).tag());
        rules.judge(IdentityCheckRules.ALL, request.document()).warningsOrRefusal();
        if (found == null) {
            found = new IdentityCheck(sessionId, id, request, Moments.now(clock), caller.subject());
            checks.persist(found);
        } else {
            found.repeat(request, Moments.now(clock), caller.subject());
        }
        checks.flush();
        Log.infof("identity of enrolment %s checked", enrolmentId);
        return IdentityCheckView.of(found);
    }
}
