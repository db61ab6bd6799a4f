package fr.parchemin.session.transition;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Records that the sealed assessment kit has arrived; the plan is frozen (R15). */
@ApplicationScoped
class ReceiveKit {

    private final TakeSession take;
    private final RuleBook rules;

    ReceiveKit(TakeSession take, RuleBook rules) {
        this.take = take;
        this.rules = rules;
    }

    @Transactional
    @Idempotent
    SessionView receive(UUID sessionId, KitRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.RECEIVE_KIT);
        ExamSession session = inHand.session();
        String ceresNumber = request.ceresNumber() != null ? request.ceresNumber() : session.ceresNumber();
        session.warn(
                SessionStep.RECEIVE_KIT,
                rules.judge(TransitionRules.KIT, new KitReceipt(ceresNumber)).warningsOrRefusal());
        session.receiveKit(
                request.reference(), request.receivedOn(), ceresNumber, CurrentPlan.version(inHand.certification()));
        take.done(inHand.session(), SessionStep.RECEIVE_KIT, null, null);
        Log.infof("session %s has its kit", sessionId);
        return inHand.view();
    }
}
