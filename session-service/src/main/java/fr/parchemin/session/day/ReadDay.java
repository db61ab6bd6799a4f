package fr.parchemin.session.day;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.session.Moments;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.document.DocumentKind;
import fr.parchemin.session.document.DocumentView;
import fr.parchemin.session.document.ReadDocuments;
import fr.parchemin.session.draw.DrawView;
import fr.parchemin.session.draw.ReadDraws;
import fr.parchemin.session.enrolment.AttendanceStatus;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.eventattendance.EventAttendanceView;
import fr.parchemin.session.eventattendance.ReadEvents;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.identitycheck.IdentityCheckView;
import fr.parchemin.session.identitycheck.ReadIdentityChecks;
import fr.parchemin.session.incident.FraudReportView;
import fr.parchemin.session.incident.RecordIncident;
import fr.parchemin.session.incident.ReportFraud;
import fr.parchemin.session.schedule.ReadSchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Gathers what is needed on the day: one query for each kind of fact, whatever the number of candidates. */
@ApplicationScoped
class ReadDay {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final ReadCandidates candidates;
    private final ReadEvents events;
    private final ReadIdentityChecks identities;
    private final ReadDraws draws;
    private final ReadDocuments documents;
    private final RecordIncident incidents;
    private final ReportFraud frauds;
    private final ReadSchedule schedule;
    private final Caller caller;
    private final Clock clock;

    ReadDay(
            TakeSession take,
            ReadEnrolments enrolments,
            ReadCandidates candidates,
            ReadEvents events,
            ReadIdentityChecks identities,
            ReadDraws draws,
            ReadDocuments documents,
            RecordIncident incidents,
            ReportFraud frauds,
            ReadSchedule schedule,
            Caller caller,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.events = events;
        this.identities = identities;
        this.draws = draws;
        this.documents = documents;
        this.incidents = incidents;
        this.frauds = frauds;
        this.schedule = schedule;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    DayView of(UUID sessionId) {
        SessionInHand inHand = take.toRead(sessionId);
        ExamSession session = inHand.session();
        List<AssessmentPlan.Event> plan = events.of(session);
        List<DayView.Candidate> people = people(session);
        List<DayView.Todo> blocking = blocksClosing(session, people);
        return new DayView(
                inHand.view(),
                session.today(clock),
                Moments.now(clock),
                plan.stream()
                        .map(e -> new DayView.Event(e.code(), e.label(), e.minutes(), e.draw() != null))
                        .toList(),
                counts(people),
                people,
                incidents.of(sessionId),
                fraudReports(sessionId),
                blocking,
                reminders(sessionId, plan, people));
    }

    private List<FraudReportView> fraudReports(UUID sessionId) {
        return caller.has(Roles.CENTRE) || caller.has(Roles.AUTHORITY) ? frauds.of(sessionId) : List.of();
    }

    private List<DayView.Candidate> people(ExamSession session) {
        UUID id = session.id();
        List<EnrolmentView> active = enrolments.visible(id);
        Map<UUID, CandidateView> names =
                candidates.all(active.stream().map(EnrolmentView::candidateId).toList());
        Map<UUID, IdentityCheckView> checks =
                identities.ofSession(id).stream().collect(toMap(IdentityCheckView::enrolmentId, Function.identity()));
        Map<UUID, List<EventAttendanceView>> passed =
                events.attendance(id).stream().collect(groupingBy(EventAttendanceView::enrolmentId));
        Map<UUID, List<DrawView>> drawn = draws.ofSession(id).stream().collect(groupingBy(DrawView::enrolmentId));
        Map<UUID, List<DocumentView>> presented =
                documents.ofSession(id).stream().collect(groupingBy(DocumentView::enrolmentId));
        Map<UUID, List<ReadSchedule.Slot>> slots =
                schedule.slots(session).stream().collect(groupingBy(ReadSchedule.Slot::enrolmentId));
        boolean asksForFirstAid = events.asksFor(session, DocumentKind.SST.name());
        return active.stream()
                .map(e -> {
                    CandidateView person = Objects.requireNonNull(names.get(e.candidateId()));
                    return new DayView.Candidate(
                            e.id(),
                            e.candidateId(),
                            name(person),
                            person.bornOn(),
                            e.state(),
                            e.attendance(),
                            e.extraTimePercent(),
                            checks.get(e.id()),
                            slots.getOrDefault(e.id(), List.of()).stream()
                                    .map(s -> new DayView.Passage(
                                            s.eventCode(), s.startsAt(), s.endsAt(), s.roomName(), s.jurorIds()))
                                    .toList(),
                            passed.getOrDefault(e.id(), List.of()),
                            drawn.getOrDefault(e.id(), List.of()),
                            certificate(asksForFirstAid, presented.getOrDefault(e.id(), List.of())));
                })
                .sorted(Comparator.comparing(DayView.Candidate::name).thenComparing(DayView.Candidate::enrolmentId))
                .toList();
    }

    private static DayView.Certificate certificate(boolean asked, List<DocumentView> presented) {
        if (!asked) {
            return DayView.Certificate.NOT_ASKED;
        }
        List<DocumentView> certificates =
                presented.stream().filter(d -> d.kind() == DocumentKind.SST).toList();
        if (certificates.isEmpty()) {
            return DayView.Certificate.MISSING;
        }
        return certificates.stream().anyMatch(DocumentView::validOnExamDay)
                ? DayView.Certificate.VALID
                : DayView.Certificate.NOT_VALID;
    }

    private static DayView.Counts counts(List<DayView.Candidate> people) {
        return new DayView.Counts(
                people.size(),
                (int) people.stream().filter(p -> p.identity() != null).count(),
                count(people, AttendanceStatus.PRESENT),
                count(people, AttendanceStatus.ABSENT) + count(people, AttendanceStatus.ABSENT_JUSTIFIED),
                count(people, AttendanceStatus.EXCLUDED),
                (int) people.stream().filter(p -> p.attendance() == null).count());
    }

    private static int count(List<DayView.Candidate> people, AttendanceStatus status) {
        return (int) people.stream().filter(p -> p.attendance() == status).count();
    }

    /** The state of the session first, then everybody whose attendance is missing: what the closure looks at. */
    private static List<DayView.Todo> blocksClosing(ExamSession session, List<DayView.Candidate> people) {
        String path = "/v1/sessions/" + session.id();
        String obstacle = session.obstacle(SessionStep.CLOSE);
        if (obstacle != null) {
            return List.of(new DayView.Todo(null, obstacle, "GET " + path));
        }
        return people.stream()
                .filter(p -> p.attendance() == null)
                .map(p -> new DayView.Todo(
                        p.enrolmentId(),
                        p.name() + ": attendance not recorded.",
                        "PUT " + path + "/enrolments/" + p.enrolmentId() + "/attendance"))
                .toList();
    }

    /** What the jury will miss at the deliberation, of those who are present. */
    private static List<DayView.Todo> reminders(
            UUID sessionId, List<AssessmentPlan.Event> plan, List<DayView.Candidate> people) {
        List<DayView.Todo> todos = new ArrayList<>();
        for (DayView.Candidate p : people) {
            if (p.attendance() == AttendanceStatus.PRESENT) {
                String path = "/v1/sessions/" + sessionId + "/enrolments/" + p.enrolmentId();
                if (p.identity() == null) {
                    todos.add(new DayView.Todo(
                            p.enrolmentId(),
                            p.name() + ": identity not checked (R70).",
                            "PUT " + path + "/identity-check"));
                }
                plan.stream()
                        .filter(e -> e.draw() != null
                                && p.draws().stream()
                                        .noneMatch(d -> d.eventCode().equals(e.code())))
                        .forEach(e -> todos.add(new DayView.Todo(
                                p.enrolmentId(),
                                "%s: no situation drawn for %s (R81).".formatted(p.name(), e.code()),
                                "POST " + path + "/draws")));
                if (p.firstAid() == DayView.Certificate.MISSING || p.firstAid() == DayView.Certificate.NOT_VALID) {
                    todos.add(new DayView.Todo(
                            p.enrolmentId(),
                            p.name() + ": no SST certificate that holds on the exam day (R85, R87).",
                            "POST " + path + "/documents"));
                }
            }
        }
        return List.copyOf(todos);
    }

    private static String name(CandidateView c) {
        return c.birthName().toUpperCase(Locale.FRENCH) + " " + String.join(" ", c.firstNames());
    }
}
