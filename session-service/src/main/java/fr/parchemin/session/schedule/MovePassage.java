package fr.parchemin.session.schedule;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.planning.CheckPlan;
import fr.parchemin.session.planning.ExplainMissing;
import fr.parchemin.session.planning.Fault;
import fr.parchemin.session.planning.Plan;
import fr.parchemin.session.planning.Task;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a passage where a person wants it, when no hard constraint forbids it. */
@ApplicationScoped
class MovePassage {

    private final TakeSession take;
    private final GatherTask gather;
    private final ScheduleRepository schedules;
    private final PassageRepository passages;
    private final ReadSchedule read;
    private final Caller caller;
    private final Clock clock;

    MovePassage(
            TakeSession take,
            GatherTask gather,
            ScheduleRepository schedules,
            PassageRepository passages,
            ReadSchedule read,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.gather = gather;
        this.schedules = schedules;
        this.passages = passages;
        this.read = read;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ScheduleView.PassageView move(UUID sessionId, UUID id, PassageRequest request, @Nullable IfMatch ifMatch) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.PLAN);
        Instant now = Moments.now(clock);
        Schedule schedule =
                schedules.findByIdOptional(sessionId).orElseThrow(() -> ProblemException.notFound("passage", id));
        passages.lock();
        Gathered facts = gather.of(inHand.session(), schedule.settings());
        StoredPassage before = facts.stored().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("passage", id));
        if (schedule.state(now) == ScheduleState.SOLVING) {
            throw new ProblemException(
                    ProblemType.BEING_SOLVED, "Wait for its end, or stop it with POST …/schedule/stop.");
        }
        IfMatch.require(ifMatch, before.tag());
        if (request.startsAt().getEpochSecond() % 60 != 0 || request.startsAt().getNano() != 0) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/startsAt", "On the minute.")));
        }
        Task.Examinee examinee = facts.task()
                .examinee(before.enrolmentId())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.WRONG_ENROLMENT_STATE,
                        "The enrolment %s is not expected any more.".formatted(before.enrolmentId())));
        Task.Event event = facts.task()
                .event(before.eventCode())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.WRONG_STATE, "The plan of the session has no event " + before.eventCode() + "."));
        int start = facts.time().minute(request.startsAt());
        Task.Placed wanted = new Task.Placed(
                before.enrolmentId(),
                before.eventCode(),
                start,
                start + examinee.minutes(event),
                request.roomId(),
                request.jurorIds().stream().distinct().toList());
        refuse(inHand, request, facts, before, wanted);
        StoredPassage after = new StoredPassage(
                id,
                before.version(),
                before.enrolmentId(),
                before.eventCode(),
                request.startsAt(),
                facts.time().instant(wanted.end()),
                wanted.roomId(),
                wanted.jurorIds(),
                request.stays(),
                now);
        passages.write(sessionId, List.of(after), caller.subject(), now);
        passages.settle();
        Gathered then = gather.of(inHand.session(), schedule.settings());
        tell(schedule, then);
        schedules.flush();
        take.done(inHand.session(), SessionStep.PLAN, before.enrolmentId(), request.reason());
        Log.infof("passage %s of session %s moved to %s", id, sessionId, request.startsAt());
        return read.passages(
                        then,
                        then.stored().stream().filter(p -> p.id().equals(id)).toList())
                .getFirst();
    }

    private static void refuse(
            SessionInHand inHand, PassageRequest request, Gathered facts, StoredPassage before, Task.Placed wanted) {
        List<Violation> violations = new ArrayList<>();
        boolean sameTime = before.placed() && before.start().equals(request.startsAt());
        if (inHand.session().state() == SessionState.CONVOKED && request.reason() == null && !sameTime) {
            violations.add(
                    Violation.ofRule("R67", "The candidate is summoned: give the reason for which the time changes."));
        }
        new CheckPlan(facts.task())
                .faultsOf(wanted, facts.placed())
                .forEach(f -> violations.add(StartSolving.violation(f)));
        if (!violations.isEmpty()) {
            throw ProblemException.rulesBroken(violations);
        }
    }

    private static void tell(Schedule schedule, Gathered then) {
        List<Plan.Missing> missing = then.stored().stream()
                .filter(p -> !p.placed())
                .filter(p -> then.task().examinee(p.enrolmentId()).isPresent())
                .filter(p -> then.task().event(p.eventCode()).isPresent())
                .map(p -> new Plan.Missing(p.enrolmentId(), p.eventCode()))
                .toList();
        List<Task.Placed> sound = new CheckPlan(then.task()).sound(then.placed());
        schedule.moved(
                schedule.passages() - missing.size(),
                missing.isEmpty()
                        ? List.of()
                        : new ExplainMissing(then.task(), new Plan(sound, missing, ""))
                                .all().stream().map(Fault::message).toList());
    }
}
