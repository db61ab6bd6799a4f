package fr.parchemin.session.transition;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.session.examsession.DeclarationRules;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.GatherDeclaration;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Declares a session to the authority; enrolments open. */
@ApplicationScoped
class DeclareSession {

    private final TakeSession take;
    private final GatherDeclaration gather;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Clock clock;

    DeclareSession(TakeSession take, GatherDeclaration gather, RuleBook rules, Outbox outbox, Clock clock) {
        this.take = take;
        this.gather = gather;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    SessionView declare(UUID sessionId) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.DECLARE);
        ExamSession session = inHand.session();
        session.warn(
                SessionStep.DECLARE,
                rules.judge(DeclarationRules.ALL, gather.of(inHand)).warningsOrRefusal());
        session.declare(CurrentPlan.version(inHand.certification()), session.today(clock));
        take.done(inHand.session(), SessionStep.DECLARE, null, null);
        outbox.append(new SessionDeclaredEvent(inHand.snapshot()));
        Log.infof("session %s declared", sessionId);
        return inHand.view();
    }
}
