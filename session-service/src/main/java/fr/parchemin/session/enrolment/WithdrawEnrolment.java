package fr.parchemin.session.enrolment;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Gives an enrolment up before the session opens. */
@ApplicationScoped
class WithdrawEnrolment {

    private final TakeSession take;
    private final ReadEnrolments read;
    private final Outbox outbox;

    WithdrawEnrolment(TakeSession take, ReadEnrolments read, Outbox outbox) {
        this.take = take;
        this.read = read;
        this.outbox = outbox;
    }

    @Transactional
    @Idempotent
    EnrolmentView withdraw(UUID sessionId, UUID enrolmentId) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.WITHDRAW);
        Enrolment enrolment = read.visible(sessionId, enrolmentId);
        if (!enrolment.withdrawable()) {
            throw new ProblemException(
                    ProblemType.WRONG_ENROLMENT_STATE, "The enrolment is " + enrolment.state() + " already.");
        }
        enrolment.withdraw();
        take.done(inHand.session(), SessionStep.WITHDRAW, enrolmentId, null);
        outbox.append(new EnrolmentWithdrawnEvent(inHand.snapshot(), enrolment.id(), enrolment.candidateId()));
        Log.infof("enrolment %s withdrawn", enrolmentId);
        return EnrolmentView.of(enrolment);
    }
}
