package fr.parchemin.session.transition;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

/** Makes a session void by reasoned decision of the authority (R120, R121). */
@ApplicationScoped
class AnnulSession {

    private final TakeSession take;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Clock clock;

    AnnulSession(TakeSession take, RuleBook rules, Outbox outbox, Clock clock) {
        this.take = take;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    SessionView annul(UUID sessionId, AnnulmentRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.ANNUL);
        ExamSession session = inHand.session();
        LocalDate openedOn =
                LocalDate.ofInstant(Objects.requireNonNull(session.openedAt()), ZoneId.of(session.timeZone()));
        session.warn(
                SessionStep.ANNUL,
                rules.judge(
                                TransitionRules.ANNULMENT,
                                new AnnulmentDecisionRule.Decision(request.decidedOn(), openedOn, session.today(clock)))
                        .warningsOrRefusal());
        session.annul(request.decisionReference(), request.decidedOn(), request.reason());
        take.done(session, SessionStep.ANNUL, null, request.decisionReference() + ": " + request.reason());
        outbox.append(new SessionAnnulledEvent(
                inHand.snapshot(), request.decisionReference(), request.decidedOn(), request.reason()));
        Log.infof("session %s annulled", sessionId);
        return inHand.view();
    }
}
