package fr.parchemin.session.schedule;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.planning.CheckPlan;
import fr.parchemin.session.planning.Fault;
import fr.parchemin.session.planning.FindObstacles;
import fr.parchemin.session.planning.Task;
import fr.parchemin.session.room.RoomView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts a search for a plan when nothing that can be seen beforehand makes it impossible; the search begins afterwards. */
@ApplicationScoped
class StartSolving {

    private final TakeSession take;
    private final GatherTask gather;
    private final ScheduleRepository schedules;
    private final ReadSchedule read;
    private final SolvingConfig config;
    private final Caller caller;
    private final Clock clock;
    private final Map<UUID, Task> accepted = new ConcurrentHashMap<>();

    StartSolving(
            TakeSession take,
            GatherTask gather,
            ScheduleRepository schedules,
            ReadSchedule read,
            SolvingConfig config,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.gather = gather;
        this.schedules = schedules;
        this.read = read;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    ScheduleView start(UUID sessionId, ScheduleRequest request) {
        SessionInHand inHand = take.toChange(sessionId).ready(SessionStep.PLAN);
        ExamSession session = inHand.session();
        Instant now = Moments.now(clock);
        Optional<Schedule> before = schedules.findByIdOptional(sessionId);
        if (before.filter(s -> s.state(now) == ScheduleState.SOLVING).isPresent()) {
            throw new ProblemException(
                    ProblemType.BEING_SOLVED, "Wait for its end, or stop it with POST …/schedule/stop.");
        }
        Settings settings = gather.settings(session, request);
        Gathered facts = gather.of(session, settings);
        requireOwn(session, settings, facts.rooms());
        if (session.state() == SessionState.CONVOKED && request.reason() == null) {
            throw ProblemException.rulesBroken(
                    List.of(
                            Violation.ofRule(
                                    "R67",
                                    "The candidates are summoned: give the reason for which their times change, and keepPassages true to change as few as can be.")));
        }
        boolean keep = Objects.requireNonNullElse(request.keepPassages(), false);
        Task task = task(facts, keep, now);
        List<Fault> obstacles = new FindObstacles(task, facts.task()).all();
        if (!obstacles.isEmpty()) {
            throw new ProblemException(
                    ProblemType.PLAN_IMPOSSIBLE,
                    obstacles.size() == 1 ? "One cause." : obstacles.size() + " causes.",
                    obstacles.stream().map(StartSolving::violation).toList());
        }
        UUID run = Ids.next();
        Schedule schedule = before.orElseGet(() -> new Schedule(sessionId));
        schedule.begin(
                new Schedule.Search(
                        run,
                        settings,
                        keep,
                        request.reason(),
                        config.seed(),
                        Objects.requireNonNullElse(request.seconds(), config.seconds()),
                        facts.basis(),
                        config.node(),
                        task.examinees().size() * task.events().size()),
                caller.subject(),
                now);
        schedules.persistAndFlush(schedule);
        take.done(session, SessionStep.PLAN, null, request.reason());
        accepted.put(run, task);
        return read.view(inHand, schedule, facts);
    }

    /** The task of a search that was accepted, once. */
    Optional<Task> take(UUID run) {
        return Optional.ofNullable(accepted.remove(run));
    }

    /** From now on only, around what is pinned, has begun already or is to be kept. */
    private static Task task(Gathered facts, boolean keep, Instant now) {
        int present = facts.time().minute(now);
        Task whole = facts.task();
        List<Task.Placed> fixed = new ArrayList<>();
        List<Task.Placed> others = new ArrayList<>();
        for (StoredPassage p : facts.stored()) {
            if (p.placed()) {
                boolean stays = p.pinned() || p.start().isBefore(now);
                (stays ? fixed : others).add(facts.placed(p));
            }
        }
        fixed.removeIf(p -> whole.examinee(p.enrolmentId()).isEmpty()
                || whole.event(p.eventCode()).isEmpty());
        if (keep) {
            CheckPlan check = new CheckPlan(whole);
            for (Task.Placed p : others) {
                if (check.faultsOf(p, fixed).isEmpty()) {
                    fixed.add(p);
                }
            }
        }
        Task ahead = new Task(
                whole.firstDay(),
                whole.windows().stream()
                        .filter(w -> w.to() > present)
                        .map(w -> w.from() < present ? new Task.Window(roundUp(w, present, whole.grain()), w.to()) : w)
                        .filter(w -> w.from() < w.to())
                        .toList(),
                whole.grain(),
                whole.events(),
                whole.examinees(),
                whole.jurors(),
                whole.rooms(),
                whole.actors(),
                whole.actorsEach(),
                whole.jurorsEach(),
                whole.busy(),
                List.of());
        return ahead.fixing(fixed);
    }

    private static int roundUp(Task.Window w, int present, int grain) {
        return w.from() + Math.ceilDiv(present - w.from(), grain) * grain;
    }

    private static void requireOwn(ExamSession session, Settings settings, List<RoomView> rooms) {
        List<Violation> violations = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        rooms.forEach(r -> known.add(r.id()));
        for (int i = 0; i < settings.roomIds().size(); i++) {
            if (!known.contains(settings.roomIds().get(i))) {
                violations.add(Violation.ofField("/roomIds/" + i, "Not a room of the site of the session."));
            }
        }
        for (int i = 0; i < settings.days().size(); i++) {
            LocalDate day = settings.days().get(i);
            if (day.isBefore(session.startsOn()) || day.isAfter(session.endsOn())) {
                violations.add(Violation.ofField(
                        "/days/" + i,
                        "%s is not a day of the session: %s to %s."
                                .formatted(day, session.startsOn(), session.endsOn())));
            }
        }
        if (!settings.opensAt().isBefore(settings.closesAt())) {
            violations.add(Violation.ofField("/closesAt", "Comes after opensAt, " + settings.opensAt() + "."));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "See violations.", violations);
        }
    }

    static Violation violation(Fault fault) {
        return new Violation(null, fault.rule(), fault.message());
    }
}
