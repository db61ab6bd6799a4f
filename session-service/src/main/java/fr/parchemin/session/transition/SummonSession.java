package fr.parchemin.session.transition;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.enrolment.FollowSession;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.DeclarationRules;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.GatherDeclaration;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.SessionView;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.jury.JudgeJury;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.rules.Verdict;
import fr.parchemin.session.schedule.ReadSchedule;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Summons candidates and jurors, once jury and enrolments keep every rule; the list is closed. */
@ApplicationScoped
class SummonSession {

    private final TakeSession take;
    private final JudgeJury jury;
    private final GatherDeclaration declaration;
    private final FollowSession enrolments;
    private final ReadEnrolments read;
    private final ReadSchedule schedule;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    SummonSession(
            TakeSession take,
            JudgeJury jury,
            GatherDeclaration declaration,
            FollowSession enrolments,
            ReadEnrolments read,
            ReadSchedule schedule,
            RuleBook rules,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.jury = jury;
        this.declaration = declaration;
        this.enrolments = enrolments;
        this.read = read;
        this.schedule = schedule;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    SessionView summon(UUID sessionId, SummonsRequest request, @Nullable IfMatch ifMatch) {
        SessionInHand inHand = take.toChange(sessionId);
        if (ifMatch != null) {
            IfMatch.require(ifMatch, inHand.view().tag());
        }
        inHand.ready(SessionStep.SUMMON);
        ExamSession session = inHand.session();
        if (read.active(sessionId).isEmpty()) {
            throw new ProblemException(
                    ProblemType.WRONG_STATE, "Nobody is enrolled: enrol a candidate before the summons.");
        }
        // What it finds would change the times that candidates are summoned to.
        if (schedule.beingSolved(sessionId)) {
            throw new ProblemException(
                    ProblemType.BEING_SOLVED, "Wait for its end, or stop it with POST …/schedule/stop.");
        }
        jury.findConflicts(inHand);
        Notice notice = new Notice(session.type(), session.startsOn(), session.today(clock), request.lateReason());
        boolean late = SummonsNoticeRule.isLate(notice, rules.parameters(TransitionRules.NOTICE.sheet()));
        boolean reasoned = request.lateReason() != null;
        Verdict verdict = rules.judge(DeclarationRules.STANDING, declaration.of(inHand))
                .and(enrolments.eligibility(inHand))
                .and(jury.forSummons(inHand))
                .and(rules.judge(List.of(TransitionRules.NOTICE), notice))
                .and(rules.judge(TransitionRules.LATE, new LateSummonsReasonRule.Late(late, reasoned)));
        session.warn(SessionStep.SUMMON, verdict.warningsOrRefusal());
        session.warn(SessionStep.APPOINT_JURY, List.of());
        Instant now = Moments.now(clock);
        session.summon(now, late, late ? request.lateReason() : null, late ? caller.subject() : null);
        enrolments.summoned(sessionId);
        take.done(inHand.session(), SessionStep.SUMMON, null, request.lateReason());
        outbox.append(new SessionSummonedEvent(inHand.snapshot(), now, late));
        Log.infof("session %s summoned, late: %s", sessionId, late);
        return inHand.view();
    }
}
