package fr.parchemin.session.schedule;

import static java.util.stream.Collectors.toMap;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.session.Moments;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.juror.ReadJurors;
import fr.parchemin.session.planning.CheckPlan;
import fr.parchemin.session.planning.Fault;
import fr.parchemin.session.planning.Task;
import fr.parchemin.session.room.RoomView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows schedules: the centre, the authority and the jury the whole, a platform the passages of its own candidates. What became
 * wrong since the plan was made is found by looking at it with the facts of now, each time it is read.
 */
@ApplicationScoped
public class ReadSchedule {

    private final TakeSession take;
    private final GatherTask gather;
    private final ScheduleRepository schedules;
    private final PassageRepository passages;
    private final ReadEnrolments enrolments;
    private final ReadJurors jurors;
    private final Caller caller;
    private final Clock clock;

    ReadSchedule(
            TakeSession take,
            GatherTask gather,
            ScheduleRepository schedules,
            PassageRepository passages,
            ReadEnrolments enrolments,
            ReadJurors jurors,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.gather = gather;
        this.schedules = schedules;
        this.passages = passages;
        this.enrolments = enrolments;
        this.jurors = jurors;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Whose passages are wanted.
     *
     * @param jurorId of one juror only
     * @param enrolmentId of one candidate only
     */
    record Wanted(@Nullable UUID jurorId, @Nullable UUID enrolmentId) {

        boolean all() {
            return jurorId == null && enrolmentId == null;
        }
    }

    /** A schedule with the session that it is of. */
    record Shown(SessionInHand inHand, ScheduleView view) {}

    /** A time and place, for documents and the day. */
    public record Slot(
            UUID enrolmentId,
            String eventCode,
            Instant startsAt,
            Instant endsAt,
            UUID roomId,
            String roomName,
            List<UUID> jurorIds) {}

    /**
     * The schedule that the caller may see.
     *
     * @throws ProblemException 404 when there is none
     */
    @Transactional
    Shown one(UUID sessionId, Wanted wanted) {
        SessionInHand inHand = take.toRead(sessionId);
        Schedule schedule = schedules
                .findByIdOptional(sessionId)
                .orElseThrow(() -> ProblemException.notFound("schedule", sessionId));
        ScheduleView view = view(inHand, schedule, gather.of(inHand.session(), schedule.settings()));
        boolean own = caller.has(Roles.PLATFORM);
        List<ScheduleView.PassageView> visible = visible(sessionId, view.passages());
        boolean part = own || visible.size() < view.passages().size();
        if (wanted.all() && !part) {
            return new Shown(inHand, view);
        }
        List<ScheduleView.PassageView> shown = visible.stream()
                .filter(p ->
                        wanted.enrolmentId() == null || wanted.enrolmentId().equals(p.enrolmentId()))
                .filter(p ->
                        wanted.jurorId() == null || p.jurors().stream().anyMatch(j -> j.id().equals(wanted.jurorId())))
                .toList();
        Set<UUID> ids = shown.stream().map(ScheduleView.PassageView::id).collect(Collectors.toSet());
        return new Shown(
                inHand,
                new ScheduleView(
                        view.sessionId(),
                        view.version(),
                        view.run(),
                        view.state(),
                        view.upToDate(),
                        view.settings(),
                        view.progress(),
                        view.seed(),
                        view.seconds(),
                        view.reason(),
                        view.requestedBy(),
                        view.requestedAt(),
                        view.endedAt(),
                        part ? List.of() : view.causes(),
                        view.problems().stream()
                                .filter(p -> p.passageIds().stream().anyMatch(ids::contains))
                                .filter(p -> !part || ids.containsAll(p.passageIds()))
                                .toList(),
                        shown,
                        own ? List.of() : view.load(),
                        view.waiting()));
    }

    /** A platform sees the passages of its own candidates, a juror none of those they are recused for (R138). */
    private List<ScheduleView.PassageView> visible(UUID sessionId, List<ScheduleView.PassageView> passages) {
        if (caller.has(Roles.CENTRE) || caller.has(Roles.AUTHORITY)) {
            return passages;
        }
        Set<UUID> visible =
                enrolments.visible(sessionId).stream().map(EnrolmentView::id).collect(Collectors.toSet());
        return passages.stream().filter(p -> visible.contains(p.enrolmentId())).toList();
    }

    /** How far the search is; the caller's right to see the session was looked at before. */
    @Transactional
    ScheduleView.Progress progress(UUID sessionId) {
        return schedules
                .findByIdOptional(sessionId)
                .map(s -> ScheduleView.Progress.of(s, Moments.now(clock)))
                .orElseThrow(() -> ProblemException.notFound("schedule", sessionId));
    }

    /** How far the search is, when the caller may see the session. */
    @Transactional
    ScheduleView.Progress visibleProgress(UUID sessionId) {
        take.toRead(sessionId);
        return progress(sessionId);
    }

    /** One passage that the caller may see. */
    @Transactional
    ScheduleView.PassageView passage(UUID sessionId, UUID id) {
        return one(sessionId, new Wanted(null, null)).view().passages().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("passage", id));
    }

    /**
     * The passages of a session that have a place on its days, in the order of time, whoever asks; none while nothing is
     * planned. What was planned before the session was postponed does not count.
     */
    public List<Slot> slots(ExamSession session) {
        SiteTime time = new SiteTime(session.startsOn(), ZoneId.of(session.timeZone()));
        List<StoredPassage> placed = passages.of(session.id()).stream()
                .filter(StoredPassage::placed)
                .filter(p -> !time.day(p.start()).isBefore(session.startsOn())
                        && !time.day(p.start()).isAfter(session.endsOn()))
                .toList();
        if (placed.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names =
                gather.roomNames(placed.stream().map(StoredPassage::room).collect(Collectors.toSet()));
        return placed.stream()
                .map(p -> new Slot(
                        p.enrolmentId(),
                        p.eventCode(),
                        p.start(),
                        p.end(),
                        p.room(),
                        names.getOrDefault(p.room(), ""),
                        p.jurorIds()))
                .toList();
    }

    /** Whether a search for a plan of the session is under way. */
    public boolean beingSolved(UUID sessionId) {
        Instant now = Moments.now(clock);
        return schedules
                .findByIdOptional(sessionId)
                .filter(s -> s.state(now) == ScheduleState.SOLVING)
                .isPresent();
    }

    /** The schedule as callers see it. */
    ScheduleView view(SessionInHand inHand, Schedule s, Gathered facts) {
        Instant now = Moments.now(clock);
        List<StoredPassage> expected = facts.stored().stream()
                .filter(p -> p.placed() || facts.enrolments().containsKey(p.enrolmentId()))
                .toList();
        List<ScheduleView.ProblemView> problems = problems(facts);
        List<ScheduleView.PassageView> shown = passages(facts, expected);
        return new ScheduleView(
                s.sessionId(),
                s.version(),
                s.run(),
                s.state(now),
                problems.isEmpty() && s.basis().equals(facts.basis()),
                s.settings(),
                ScheduleView.Progress.of(s, now),
                s.seed(),
                s.seconds(),
                s.reason(),
                s.requestedBy(),
                s.requestedAt(),
                s.endedAt(),
                s.causes(),
                problems,
                shown,
                load(shown),
                waiting(facts.time(), shown));
    }

    private static List<ScheduleView.ProblemView> problems(Gathered facts) {
        List<ScheduleView.ProblemView> problems = new ArrayList<>();
        for (Fault f : new CheckPlan(facts.task()).faults(facts.placed())) {
            problems.add(new ScheduleView.ProblemView(
                    f.rule(),
                    f.message(),
                    facts.stored().stream()
                            .filter(p -> f.about().stream().anyMatch(a -> p.is(a.enrolmentId(), a.eventCode())))
                            .map(StoredPassage::id)
                            .toList()));
        }
        if (facts.placed().isEmpty()) {
            return problems;
        }
        for (Task.Examinee e : facts.task().examinees()) {
            List<String> lacking = facts.task().events().stream()
                    .filter(event -> facts.stored().stream().noneMatch(p -> p.is(e.enrolmentId(), event.code())))
                    .map(Task.Event::code)
                    .toList();
            if (!lacking.isEmpty()) {
                problems.add(new ScheduleView.ProblemView(
                        null,
                        "%s: enrolled since, %s not planned. Solve again."
                                .formatted(e.name(), String.join(", ", lacking)),
                        List.of()));
            }
        }
        return problems;
    }

    List<ScheduleView.PassageView> passages(Gathered facts, List<StoredPassage> stored) {
        Map<UUID, String> rooms = facts.rooms().stream().collect(toMap(RoomView::id, RoomView::name));
        Map<UUID, Task.Juror> members =
                facts.task().jurors().stream().collect(toMap(Task.Juror::id, Function.identity()));
        Map<UUID, List<Integer>> actors = actors(facts.task(), stored);
        List<ScheduleView.PassageView> views = new ArrayList<>();
        for (StoredPassage p : stored) {
            Optional<Task.Examinee> examinee = facts.task().examinee(p.enrolmentId());
            Optional<Task.Event> event = facts.task().event(p.eventCode());
            int minutes = p.placed()
                    ? (int) Duration.between(p.start(), p.end()).toMinutes()
                    : examinee.isPresent() && event.isPresent() ? examinee.get().minutes(event.get()) : 0;
            views.add(new ScheduleView.PassageView(
                    p.id(),
                    p.version(),
                    p.enrolmentId(),
                    examinee.map(e -> facts.candidate(e.enrolmentId()).id()).orElse(null),
                    examinee.map(Task.Examinee::name).orElse(null),
                    p.eventCode(),
                    event.map(Task.Event::label).orElse(null),
                    minutes,
                    examinee.map(Task.Examinee::extraPercent)
                            .filter(percent -> percent > 0)
                            .orElse(null),
                    p.startsAt(),
                    p.endsAt(),
                    p.roomId(),
                    p.roomId() == null ? null : rooms.get(p.roomId()),
                    p.jurorIds().stream()
                            .map(id -> new ScheduleView.JurorView(
                                    id,
                                    members.containsKey(id) ? members.get(id).name() : name(id)))
                            .toList(),
                    actors.getOrDefault(p.id(), List.of()),
                    p.pinned()));
        }
        return views;
    }

    /** Whoever left the jury is still named where the plan has them. */
    private String name(UUID jurorId) {
        return jurors.find(jurorId)
                .map(j -> j.lastName().toUpperCase(Locale.FRENCH) + " " + j.firstName())
                .orElse(jurorId.toString());
    }

    /** Who plays where: in the order of time each simulation takes the first actors who are free. */
    private static Map<UUID, List<Integer>> actors(Task task, List<StoredPassage> inOrder) {
        List<Instant> freeAt = new ArrayList<>();
        Map<UUID, List<Integer>> chosen = new HashMap<>();
        for (StoredPassage p : inOrder) {
            boolean simulation =
                    task.event(p.eventCode()).filter(Task.Event::simulation).isPresent();
            if (!simulation || !p.placed()) {
                continue;
            }
            List<Integer> free = new ArrayList<>(IntStream.range(0, freeAt.size())
                    .filter(a -> !freeAt.get(a).isAfter(p.start()))
                    .limit(task.actorsEach())
                    .boxed()
                    .toList());
            while (free.size() < task.actorsEach()) {
                free.add(freeAt.size());
                freeAt.add(Instant.MIN);
            }
            free.forEach(a -> freeAt.set(a, p.end()));
            chosen.put(p.id(), free.stream().map(a -> a + 1).toList());
        }
        return chosen;
    }

    private static List<ScheduleView.LoadView> load(List<ScheduleView.PassageView> passages) {
        Map<ScheduleView.JurorView, int[]> loads = new HashMap<>();
        for (ScheduleView.PassageView p : passages) {
            for (ScheduleView.JurorView j : p.jurors()) {
                int[] load = loads.computeIfAbsent(j, k -> new int[2]);
                load[0]++;
                load[1] += p.minutes();
            }
        }
        return loads.entrySet().stream()
                .map(e ->
                        new ScheduleView.LoadView(e.getKey().id(), e.getKey().name(), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparing(ScheduleView.LoadView::name)
                        .thenComparing(l -> l.jurorId().toString()))
                .toList();
    }

    private static ScheduleView.WaitingView waiting(SiteTime time, List<ScheduleView.PassageView> passages) {
        record Visit(UUID enrolmentId, int day) {}
        record Stay(int first, int last, int busy) {

            Stay and(Stay other) {
                return new Stay(Math.min(first, other.first), Math.max(last, other.last), busy + other.busy);
            }
        }
        Map<Visit, Stay> stays = new HashMap<>();
        for (ScheduleView.PassageView p : passages) {
            Instant startsAt = p.startsAt();
            if (startsAt != null) {
                int start = time.minute(startsAt);
                stays.merge(
                        new Visit(p.enrolmentId(), Math.floorDiv(start, 24 * 60)),
                        new Stay(start, start + p.minutes(), p.minutes()),
                        Stay::and);
            }
        }
        Map<UUID, Integer> waits = new HashMap<>();
        stays.forEach((visit, stay) ->
                waits.merge(visit.enrolmentId(), stay.last() - stay.first() - stay.busy(), Integer::sum));
        return new ScheduleView.WaitingView(
                (int) Math.round(waits.values().stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElse(0)),
                waits.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }
}
