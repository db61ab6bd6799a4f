package fr.parchemin.session.eventattendance;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.enrolment.EnrolmentState;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.identitycheck.ReadIdentityChecks;
import fr.parchemin.session.rules.Finding;
import fr.parchemin.session.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records whether and when a candidate passed one event (R70, R71); whether the candidate came at all is recorded apart. */
@ApplicationScoped
class RecordEventAttendance {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final ReadEvents events;
    private final ReadIdentityChecks identities;
    private final EventAttendanceRepository attendances;
    private final RuleBook rules;
    private final Caller caller;
    private final Clock clock;

    RecordEventAttendance(
            TakeSession take,
            ReadEnrolments enrolments,
            ReadEvents events,
            ReadIdentityChecks identities,
            EventAttendanceRepository attendances,
            RuleBook rules,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.events = events;
        this.identities = identities;
        this.attendances = attendances;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    EventAttendanceView record(
            UUID sessionId,
            UUID enrolmentId,
            String eventCode,
            EventAttendanceRequest request,
            @Nullable IfMatch ifMatch) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.RECORD_ATTENDANCE);
        EnrolmentView enrolment = enrolments.one(sessionId, enrolmentId);
        if (events.of(inHand.session()).stream().map(AssessmentPlan.Event::code).noneMatch(eventCode::equals)) {
            throw ProblemException.notFound("event of the session", eventCode);
        }
        EventAttendance.Key key = new EventAttendance.Key(enrolment.id(), eventCode);
        EventAttendance found = attendances.findById(key);
        IfMatch.require(
                ifMatch,
                found == null ? null : EventAttendanceView.of(found, List.of()).tag());
        requireTimesInOrder(request);
        if (request.status() == EventStatus.PRESENT && enrolment.state() != EnrolmentState.PRESENT) {
            throw new ProblemException(
                    ProblemType.WRONG_ENROLMENT_STATE,
                    "The enrolment is %s: who passes an event is PRESENT; record the attendance first."
                            .formatted(enrolment.state()));
        }
        List<Finding> warnings = rules.judge(
                        PassageRules.ALL,
                        new Passage(request.status(), identities.isChecked(enrolment.id()), request.startedAt()))
                .warningsOrRefusal();
        Instant now = Moments.now(clock);
        if (found == null) {
            found = new EventAttendance(sessionId, key, request, now, caller.subject());
            attendances.persist(found);
        } else {
            found.correct(request, now, caller.subject());
        }
        attendances.flush();
        return EventAttendanceView.of(found, warnings);
    }

    EventAttendanceView one(UUID sessionId, UUID enrolmentId, String eventCode) {
        UUID id = enrolments.one(sessionId, enrolmentId).id();
        return attendances
                .findByIdOptional(new EventAttendance.Key(id, eventCode))
                .map(a -> EventAttendanceView.of(a, List.of()))
                .orElseThrow(() -> ProblemException.notFound("attendance of event", eventCode));
    }

    private static void requireTimesInOrder(EventAttendanceRequest request) {
        Instant end = request.endedAt();
        Instant start = request.startedAt();
        if (end != null && (start == null || end.isBefore(start))) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/endedAt", "Not before startedAt, which it needs.")));
        }
    }
}
