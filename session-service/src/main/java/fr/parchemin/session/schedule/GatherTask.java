package fr.parchemin.session.schedule;

import static java.util.stream.Collectors.toMap;

import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.enrolment.AttendanceStatus;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.eventattendance.ReadEvents;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.JuryMember;
import fr.parchemin.session.juror.ReadJurors;
import fr.parchemin.session.jury.ReadJury;
import fr.parchemin.session.planning.Task;
import fr.parchemin.session.room.KeepRooms;
import fr.parchemin.session.room.RoomView;
import fr.parchemin.session.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Brings together what a schedule is made from: events of the frozen plan, candidates, jury, recusals, rooms, hours. */
@ApplicationScoped
class GatherTask {

    private static final String SIMULATION = "PROFESSIONAL_SIMULATION";
    private static final String INTERVIEW = "TECHNICAL_INTERVIEW";
    private static final String FINAL = "FINAL_INTERVIEW";

    private final ReadEvents events;
    private final ReadEnrolments enrolments;
    private final ReadCandidates candidates;
    private final ReadJurors jurors;
    private final ReadJury jury;
    private final KeepRooms rooms;
    private final PassageRepository passages;
    private final RuleBook rules;

    GatherTask(
            ReadEvents events,
            ReadEnrolments enrolments,
            ReadCandidates candidates,
            ReadJurors jurors,
            ReadJury jury,
            KeepRooms rooms,
            PassageRepository passages,
            RuleBook rules) {
        this.events = events;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.jurors = jurors;
        this.jury = jury;
        this.rooms = rooms;
        this.passages = passages;
        this.rules = rules;
    }

    /** What a request leaves out is filled in. */
    Settings settings(ExamSession session, ScheduleRequest request) {
        return Settings.of(
                request,
                rules.parameters(ScheduleRules.HOURS.sheet(), session.startsOn()),
                rules.parameters(ScheduleRules.ACTORS.sheet(), session.startsOn()),
                session.startsOn(),
                session.endsOn(),
                rooms.ofSite(session.siteId()).stream()
                        .filter(RoomView::inUse)
                        .map(RoomView::id)
                        .toList());
    }

    /** Everything, as it is now. */
    Gathered of(ExamSession session, Settings settings) {
        List<EnrolmentView> active = enrolments.active(session.id()).stream()
                .filter(GatherTask::expected)
                .sorted(Comparator.comparing(e -> e.id().toString()))
                .toList();
        Map<UUID, CandidateView> people =
                candidates.all(active.stream().map(EnrolmentView::candidateId).toList());
        Map<UUID, Set<UUID>> recused = jury.excluded(session.id());
        List<Task.Examinee> examinees = active.stream()
                .map(e -> new Task.Examinee(
                        e.id(),
                        name(Objects.requireNonNull(people.get(e.candidateId()))),
                        Objects.requireNonNullElse(e.extraTimePercent(), 0),
                        recused.getOrDefault(e.id(), Set.of())))
                .toList();
        List<Task.Juror> members = session.jury().stream()
                .filter(m -> session.openedAt() == null || m.present())
                .map(JuryMember::jurorId)
                .flatMap(id -> jurors.find(id).stream())
                .map(j -> new Task.Juror(j.id(), j.lastName().toUpperCase(Locale.FRENCH) + " " + j.firstName()))
                .toList();
        List<RoomView> ofSite = rooms.ofSite(session.siteId());
        List<Task.Room> used = ofSite.stream()
                .filter(r -> r.inUse() && settings.roomIds().contains(r.id()))
                .map(r -> new Task.Room(r.id(), r.name(), Set.copyOf(r.eventCodes())))
                .toList();
        SiteTime time = new SiteTime(session.startsOn(), ZoneId.of(session.timeZone()));
        LocalDate day = session.startsOn();
        Task task = new Task(
                session.startsOn(),
                windows(session, settings),
                rules.parameters(ScheduleRules.HOURS.sheet(), day).number(PassageHoursRule.GRAIN),
                events(session),
                examinees,
                members,
                used,
                settings.actors(),
                rules.parameters(ScheduleRules.ACTORS.sheet(), day).number(ActorsRule.EACH),
                jury.neededEach(),
                busy(session, time, active, members, used),
                List.of());
        return new Gathered(
                task,
                time,
                passages.of(session.id()),
                basis(task),
                active.stream().collect(toMap(EnrolmentView::id, Function.identity())),
                people,
                ofSite);
    }

    /** The names of rooms. */
    Map<UUID, String> roomNames(Set<UUID> ids) {
        return rooms.named(ids);
    }

    /** Who is known not to come passes nothing. */
    private static boolean expected(EnrolmentView e) {
        return e.attendance() == null || e.attendance() == AttendanceStatus.PRESENT;
    }

    private List<Task.Event> events(ExamSession session) {
        List<AssessmentPlan.Event> plan = events.of(session);
        Set<String> all = new HashSet<>();
        Set<String> simulations = new HashSet<>();
        plan.forEach(e -> {
            all.add(e.code());
            if (e.kind().equals(SIMULATION)) {
                simulations.add(e.code());
            }
        });
        List<Task.Event> planned = new ArrayList<>();
        for (AssessmentPlan.Event e : plan) {
            Set<String> after = new HashSet<>(e.after());
            if (e.kind().equals(INTERVIEW)) {
                after.addAll(simulations);
            }
            if (e.kind().equals(FINAL)) {
                plan.stream().filter(o -> !o.kind().equals(FINAL)).forEach(o -> after.add(o.code()));
            }
            after.retainAll(all);
            after.remove(e.code());
            planned.add(
                    new Task.Event(e.code(), e.label(), e.minutes(), e.kind().equals(SIMULATION), after));
        }
        return planned;
    }

    private static List<Task.Window> windows(ExamSession session, Settings settings) {
        List<Task.Window> windows = new ArrayList<>();
        for (LocalDate day : settings.days()) {
            if (day.isBefore(session.startsOn()) || day.isAfter(session.endsOn())) {
                continue;
            }
            int midnight = (int) (day.toEpochDay() - session.startsOn().toEpochDay()) * 24 * 60;
            LocalTime from = settings.opensAt();
            for (Settings.Break pause : settings.breaks()) {
                if (pause.to().isAfter(from) && pause.from().isBefore(settings.closesAt())) {
                    add(windows, midnight, from, pause.from());
                    from = pause.to();
                }
            }
            add(windows, midnight, from, settings.closesAt());
        }
        return windows;
    }

    private static void add(List<Task.Window> windows, int midnight, LocalTime from, LocalTime to) {
        if (from.isBefore(to)) {
            windows.add(new Task.Window(midnight + from.toSecondOfDay() / 60, midnight + to.toSecondOfDay() / 60));
        }
    }

    private List<Task.Busy> busy(
            ExamSession session,
            SiteTime time,
            List<EnrolmentView> active,
            List<Task.Juror> members,
            List<Task.Room> used) {
        Map<UUID, UUID> enrolmentOf = new HashMap<>();
        active.forEach(e -> enrolmentOf.put(e.candidateId(), e.id()));
        return passages
                .elsewhere(
                        session.id(),
                        members.stream().map(Task.Juror::id).toList(),
                        used.stream().map(Task.Room::id).toList(),
                        enrolmentOf.keySet())
                .stream()
                .map(t -> new Task.Busy(
                        enrolmentOf.getOrDefault(t.who(), t.who()), time.minute(t.from()), time.minute(t.to())))
                .toList();
    }

    private static String basis(Task task) {
        return EntityTags.of(
                task.firstDay(),
                task.windows(),
                task.events().stream().map(GatherTask::text).toList(),
                task.examinees().stream().map(GatherTask::text).toList(),
                task.jurors().stream().map(Task.Juror::id).toList(),
                task.rooms().stream().map(r -> r.id() + sorted(r.events())).toList(),
                task.actors(),
                task.actorsEach(),
                task.jurorsEach());
    }

    private static String text(Task.Event e) {
        return e.code() + e.minutes() + e.simulation() + sorted(e.after());
    }

    private static String text(Task.Examinee e) {
        return e.enrolmentId() + "+" + e.extraPercent() + sorted(e.recused());
    }

    private static String sorted(Set<?> values) {
        return values.stream().map(String::valueOf).sorted().toList().toString();
    }

    static String name(CandidateView c) {
        return c.birthName().toUpperCase(Locale.FRENCH) + " " + String.join(" ", c.firstNames());
    }
}
