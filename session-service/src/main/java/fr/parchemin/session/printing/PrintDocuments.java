package fr.parchemin.session.printing;

import fr.parchemin.kit.document.French;
import fr.parchemin.kit.document.PdfDocument;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.candidate.ReadCandidates;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.centre.SiteView;
import fr.parchemin.session.certification.AssessmentPlan;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.document.DocumentKind;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.eventattendance.ReadEvents;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionInHand;
import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.juror.JurorView;
import fr.parchemin.session.juror.ReadJurors;
import fr.parchemin.session.schedule.ReadSchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sets the documents of a session: summons with place, date, time and nature of the events (R66) and what to bring (R70),
 * attendance sheets per event and, for jurors, per day (R71), and the passages. Times and rooms are those of the schedule, once the
 * session is planned. Without its CERES number a session has
 * drafts only, and they say so (R64).
 */
@ApplicationScoped
class PrintDocuments {

    private final TakeSession take;
    private final ReadEnrolments enrolments;
    private final ReadCandidates candidates;
    private final ReadCentres centres;
    private final ReadJurors jurors;
    private final ReadEvents events;
    private final ReadSchedule schedule;
    private final Clock clock;

    PrintDocuments(
            TakeSession take,
            ReadEnrolments enrolments,
            ReadCandidates candidates,
            ReadCentres centres,
            ReadJurors jurors,
            ReadEvents events,
            ReadSchedule schedule,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.centres = centres;
        this.jurors = jurors;
        this.events = events;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * What of a session is wanted.
     *
     * @param enrolmentId one candidate only
     * @param eventCode one event only
     * @param day one day only
     * @param time when candidates must be there
     */
    record Wanted(
            @Nullable UUID enrolmentId,
            @Nullable String eventCode,
            @Nullable LocalDate day,
            @Nullable LocalTime time) {}

    /** Somebody who is enrolled. */
    private record Person(EnrolmentView enrolment, CandidateView identity) {

        String name() {
            return identity.birthName().toUpperCase(Locale.FRENCH) + " " + String.join(" ", identity.firstNames());
        }

        boolean adapted() {
            Integer percent = enrolment.extraTimePercent();
            return percent != null && percent > 0;
        }

        /** With the extra time, rounded up to the minute. */
        String duration(AssessmentPlan.Event event) {
            int percent = Objects.requireNonNullElse(enrolment.extraTimePercent(), 0);
            return French.duration(Math.ceilDiv(event.minutes() * (100 + percent), 100));
        }
    }

    /** Times and places of a session, as they are planned. */
    private final class Planned {

        private final ZoneId zone;
        private final List<ReadSchedule.Slot> slots;
        private final Map<UUID, String> jurorNames = new HashMap<>();

        private Planned(ExamSession session) {
            this.zone = ZoneId.of(session.timeZone());
            this.slots = schedule.slots(session);
        }

        Optional<ReadSchedule.Slot> of(Person person, AssessmentPlan.Event event) {
            return slots.stream()
                    .filter(s -> s.enrolmentId().equals(person.enrolment().id()))
                    .filter(s -> s.eventCode().equals(event.code()))
                    .findFirst();
        }

        Optional<ReadSchedule.Slot> first(Person person) {
            return slots.stream()
                    .filter(s -> s.enrolmentId().equals(person.enrolment().id()))
                    .min(Comparator.comparing(ReadSchedule.Slot::startsAt));
        }

        LocalDate day(ReadSchedule.Slot slot) {
            return LocalDate.ofInstant(slot.startsAt(), zone);
        }

        LocalTime from(ReadSchedule.Slot slot) {
            return LocalTime.ofInstant(slot.startsAt(), zone);
        }

        String when(ReadSchedule.Slot slot) {
            return "%s, %s, %s"
                    .formatted(
                            French.day(day(slot)),
                            French.times(from(slot), LocalTime.ofInstant(slot.endsAt(), zone)),
                            slot.roomName());
        }

        String jury(ReadSchedule.Slot slot) {
            return slot.jurorIds().stream()
                    .map(id -> jurorNames.computeIfAbsent(
                            id,
                            key -> jurors.find(key).map(PrintDocuments::name).orElse("")))
                    .sorted(Collator.getInstance(Locale.FRENCH))
                    .collect(Collectors.joining(", "));
        }
    }

    /** A document as PDF/A. */
    byte[] print(UUID sessionId, DocumentType type, Wanted wanted) {
        // Setting takes longer than reading: it happens when the transaction is over.
        return PdfDocument.of(html(sessionId, type, wanted));
    }

    @Transactional
    String html(UUID sessionId, DocumentType type, Wanted wanted) {
        SessionInHand inHand = take.toRead(sessionId);
        ExamSession session = inHand.session();
        List<AssessmentPlan.Event> plan = plan(session, wanted.eventCode());
        List<Person> people = people(session, wanted.enrolmentId());
        Printed.Head head = head(inHand);
        Planned planned = new Planned(session);
        return switch (type) {
            case SUMMONS ->
                DocumentTemplates.summons(head, letters(session, plan, people, wanted, planned))
                        .render();
            case ATTENDANCE_SHEET -> {
                List<LocalDate> days = days(session, wanted.day());
                yield DocumentTemplates.attendance(head, sheets(plan, people, days, planned), jurySheets(session, days))
                        .render();
            }
            case SCHEDULE ->
                DocumentTemplates.schedule(head, courses(plan, people, planned)).render();
        };
    }

    private Printed.Head head(SessionInHand inHand) {
        ExamSession s = inHand.session();
        Certification certification = inHand.certification();
        SiteView site = centres.address(s.centreId(), s.siteId()).orElseThrow();
        String block = s.blockCode();
        String object = block == null
                ? "Session titre"
                : "%s %s : %s"
                        .formatted(
                                s.type() == SessionType.CCS ? "Session CCS" : "Session CCP",
                                block,
                                certification
                                        .block(block)
                                        .map(Certification.Block::label)
                                        .or(() ->
                                                certification.complement(block).map(AssessmentPlan.Complement::label))
                                        .orElse(""));
        return new Printed.Head(
                certification.title(),
                certification.number(),
                object,
                s.ceresNumber(),
                inHand.place().centreName(),
                site.name(),
                site.addressLine(),
                site.postalCode() + " " + site.city(),
                French.days(s.startsOn(), s.endsOn()),
                s.manager(),
                French.day(s.today(clock)));
    }

    private List<AssessmentPlan.Event> plan(ExamSession session, @Nullable String eventCode) {
        List<AssessmentPlan.Event> plan = events.of(session).stream()
                .filter(e -> eventCode == null || e.code().equals(eventCode))
                .toList();
        if (plan.isEmpty()) {
            throw ProblemException.notFound("event of the session", Objects.requireNonNullElse(eventCode, "at all"));
        }
        return plan;
    }

    private List<Person> people(ExamSession session, @Nullable UUID enrolmentId) {
        List<EnrolmentView> active = enrolments.active(session.id()).stream()
                .filter(e -> enrolmentId == null || e.id().equals(enrolmentId))
                .toList();
        if (active.isEmpty()) {
            throw enrolmentId == null
                    ? ProblemException.notFound("enrolment in session", session.id())
                    : ProblemException.notFound("enrolment", enrolmentId);
        }
        Map<UUID, CandidateView> identities =
                candidates.all(active.stream().map(EnrolmentView::candidateId).toList());
        return active.stream()
                .map(e -> new Person(e, Objects.requireNonNull(identities.get(e.candidateId()))))
                .sorted(Comparator.comparing(Person::name, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    private static List<LocalDate> days(ExamSession session, @Nullable LocalDate day) {
        if (day == null) {
            return session.startsOn().datesUntil(session.endsOn().plusDays(1)).toList();
        }
        if (day.isBefore(session.startsOn()) || day.isAfter(session.endsOn())) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField(
                            "day",
                            "Not a day of the session: %s to %s.".formatted(session.startsOn(), session.endsOn()))));
        }
        return List.of(day);
    }

    private List<Printed.Summons> letters(
            ExamSession session, List<AssessmentPlan.Event> plan, List<Person> people, Wanted wanted, Planned planned) {
        LocalDate day = days(session, wanted.day() == null ? session.startsOn() : wanted.day())
                .getFirst();
        Map<Person, String> arrivals = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Person p : people) {
            Optional<ReadSchedule.Slot> first = planned.first(p);
            LocalTime time = wanted.time();
            if (time != null) {
                arrivals.put(p, arrival(day, time));
            } else if (first.isPresent()) {
                arrivals.put(p, arrival(planned.day(first.get()), planned.from(first.get())));
            } else if (planned.slots.isEmpty()) {
                throw ProblemException.rulesBroken(
                        List.of(
                                Violation.ofRule(
                                        "R66",
                                        "A summons tells place, date, time and events: plan the session (POST …/schedule), or give the time, ?time=08:30.")));
            } else {
                violations.add(Violation.ofRule(
                        "R66",
                        "%s has no passage in the schedule: solve it again, or give the time, ?time=08:30."
                                .formatted(p.name())));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.rulesBroken(violations);
        }
        List<String> bring = bring(session, plan);
        return people.stream()
                .map(p -> new Printed.Summons(
                        p.identity().sex().equals("F") ? "Madame" : "Monsieur",
                        p.name(),
                        (p.identity().sex().equals("F") ? "née le " : "né le ")
                                + French.day(p.identity().bornOn()).split(" ", 2)[1],
                        Objects.requireNonNull(arrivals.get(p)),
                        events(plan, p, planned),
                        bring,
                        p.adapted()))
                .toList();
    }

    private static String arrival(LocalDate day, LocalTime time) {
        return French.day(day) + " à " + French.time(time);
    }

    private List<String> bring(ExamSession session, List<AssessmentPlan.Event> plan) {
        List<String> bring = new ArrayList<>(List.of(
                "la présente convocation",
                "une pièce d’identité officielle en cours de validité",
                "votre dossier professionnel (DP)",
                "le cas échéant, votre tenue et vos équipements de protection individuelle"));
        if (events.asksFor(session, DocumentKind.SST.name())) {
            bring.add("votre certificat de sauveteur secouriste du travail (SST), valide le jour de l’examen");
        }
        if (plan.stream().anyMatch(e -> e.kind().equals("PRODUCTION_REVIEW"))) {
            bring.add("un exemplaire de la production écrite que vous avez remise avant la session");
        }
        return bring;
    }

    /** For each day and event those who pass it that day, in the order of time; who has no time yet is on every sheet. */
    private static List<Printed.Sheet> sheets(
            List<AssessmentPlan.Event> plan, List<Person> people, List<LocalDate> days, Planned planned) {
        List<Printed.Sheet> sheets = new ArrayList<>();
        for (LocalDate day : days) {
            for (AssessmentPlan.Event event : plan) {
                List<Person> expected = people.stream()
                        .filter(p -> planned.of(p, event)
                                .map(s -> planned.day(s).equals(day))
                                .orElse(true))
                        .sorted(Comparator.comparing(
                                p -> planned.of(p, event).map(planned::from).orElse(LocalTime.MAX)))
                        .toList();
                if (!expected.isEmpty()) {
                    sheets.add(new Printed.Sheet(
                            event.label(),
                            French.day(day),
                            IntStream.range(0, expected.size())
                                    .mapToObj(i -> signer(i + 1, expected.get(i), event, planned))
                                    .toList()));
                }
            }
        }
        return sheets;
    }

    private static Printed.Signer signer(int rank, Person person, AssessmentPlan.Event event, Planned planned) {
        return new Printed.Signer(
                rank,
                person.name(),
                person.duration(event),
                person.adapted(),
                planned.of(person, event).map(s -> French.time(planned.from(s))).orElse(null));
    }

    private List<Printed.JurySheet> jurySheets(ExamSession session, List<LocalDate> days) {
        List<String> names = session.jury().stream()
                .flatMap(m -> jurors.find(m.jurorId()).stream())
                .map(PrintDocuments::name)
                .sorted(Collator.getInstance(Locale.FRENCH))
                .toList();
        return names.isEmpty()
                ? List.of()
                : days.stream()
                        .map(d -> new Printed.JurySheet(French.day(d), names))
                        .toList();
    }

    private static String name(JurorView juror) {
        return juror.lastName().toUpperCase(Locale.FRENCH) + " " + juror.firstName();
    }

    private static List<Printed.Course> courses(List<AssessmentPlan.Event> plan, List<Person> people, Planned planned) {
        return people.stream()
                .map(p -> new Printed.Course(p.name(), p.adapted(), events(plan, p, planned)))
                .toList();
    }

    /** In the order of time; what is not planned comes last, in the order of the plan. */
    private static List<Printed.Event> events(List<AssessmentPlan.Event> plan, Person person, Planned planned) {
        return plan.stream()
                .sorted(Comparator.comparing(e ->
                        planned.of(person, e).map(ReadSchedule.Slot::startsAt).orElse(Instant.MAX)))
                .map(e -> new Printed.Event(
                        e.label(),
                        nature(e.kind()),
                        person.duration(e),
                        planned.of(person, e).map(planned::when).orElse(null),
                        planned.of(person, e).map(planned::jury).orElse(null)))
                .toList();
    }

    /** The kind of an event as a candidate understands it. */
    private static String nature(String kind) {
        return switch (kind) {
            case "PROFESSIONAL_SIMULATION" -> "épreuve pratique devant le jury, situations tirées au sort";
            case "TECHNICAL_INTERVIEW" -> "entretien oral sur la mise en situation";
            case "PRODUCTION_REVIEW" -> "questions orales sur votre production écrite";
            case "FINAL_INTERVIEW" -> "entretien oral à partir de votre dossier professionnel";
            default -> "épreuve";
        };
    }
}
