package fr.parchemin.session.enrolment;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.candidate.FreezeIdentity;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.eligibility.ExamBanRule;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.incident.FindBans;
import fr.parchemin.session.incident.JudgeExclusion;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records whether a candidate came; the identity of who is present is frozen (R122). */
@ApplicationScoped
class RecordAttendance {

    private final TakeSession take;
    private final JudgeExclusion exclusion;
    private final ReadEnrolments read;
    private final FreezeIdentity freeze;
    private final ReadCandidates candidates;
    private final FindBans bans;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    RecordAttendance(
            TakeSession take,
            JudgeExclusion exclusion,
            ReadEnrolments read,
            FreezeIdentity freeze,
            ReadCandidates candidates,
            FindBans bans,
            RuleBook rules,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.exclusion = exclusion;
        this.read = read;
        this.freeze = freeze;
        this.candidates = candidates;
        this.bans = bans;
        this.rules = rules;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AttendanceView record(UUID sessionId, UUID enrolmentId, AttendanceRequest request, @Nullable IfMatch ifMatch) {
        SessionInHand inHand = take.toChange(sessionId);
        ExamSession session = inHand.session();
        AttendanceStatus status = request.status();
        // What justifies an absence comes days later, when the session is over (R103).
        boolean afterwards = status == AttendanceStatus.ABSENT_JUSTIFIED && over(session);
        if (!afterwards) {
            inHand.ready(SessionStep.RECORD_ATTENDANCE);
        }
        Enrolment enrolment = read.visible(sessionId, enrolmentId);
        AttendanceView before = AttendanceView.of(enrolment);
        IfMatch.require(ifMatch, before.status() == null ? null : before.tag());
        if (!(afterwards ? enrolment.absent() : enrolment.mayBecome(status))) {
            throw new ProblemException(
                    ProblemType.WRONG_ENROLMENT_STATE,
                    "The enrolment is %s: it cannot become %s.".formatted(enrolment.state(), status));
        }
        if (status == before.status()) {
            return before;
        }
        if (status == AttendanceStatus.EXCLUDED) {
            exclusion.judge(sessionId, enrolmentId, enrolment.candidateId()).warningsOrRefusal();
        }
        UUID candidateId = enrolment.candidateId();
        if (status == AttendanceStatus.PRESENT) {
            rules.judge(
                            EnrolmentRules.BAN,
                            new ExamBanRule.Sitting(session.startsOn(), session.endsOn(), bans.of(candidateId)))
                    .warningsOrRefusal();
        }
        if (status == AttendanceStatus.ABSENT_JUSTIFIED && before.status() == AttendanceStatus.ABSENT) {
            rules.judge(
                            EnrolmentRules.JUSTIFICATION,
                            new AbsenceJustificationRule.Justification(session.endsOn(), session.today(clock)))
                    .warningsOrRefusal();
        }
        Instant now = Moments.now(clock);
        if (afterwards) {
            enrolment.excuse(now, caller.subject());
        } else {
            int identity = status == AttendanceStatus.PRESENT
                    ? freeze.of(candidateId)
                    : candidates.known(candidateId).identityVersion();
            enrolment.attend(status, identity, now, caller.subject());
        }
        take.done(session, SessionStep.RECORD_ATTENDANCE, enrolmentId, status.name());
        outbox.append(new AttendanceRecordedEvent(
                inHand.snapshot(),
                enrolmentId,
                candidateId,
                Objects.requireNonNull(enrolment.identityVersion()),
                status,
                now));
        Log.infof("enrolment %s is %s", enrolmentId, status);
        return AttendanceView.of(enrolment);
    }

    /** Closed, and neither void nor put away. */
    private static boolean over(ExamSession session) {
        return session.closedAt() != null
                && session.state() != SessionState.ANNULLED
                && session.state() != SessionState.ARCHIVED;
    }
}
