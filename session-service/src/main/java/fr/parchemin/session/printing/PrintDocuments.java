package fr.parchemin.session.printing;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sets the documents of a session: summons with place, date, time and nature of the events (R66) and what to bring (R70),
 * attendance sheets per event and, for jurors, per day (R71), and the passages. Without its CERES number a session has
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
    private final Clock clock;

    PrintDocuments(
            TakeSession take,
            ReadEnrolments enrolments,
            ReadCandidates candidates,
            ReadCentres centres,
            ReadJurors jurors,
            ReadEvents events,
            Clock clock) {
        this.take = take;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.centres = centres;
        this.jurors = jurors;
        this.events = events;
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
        return switch (type) {
            case SUMMONS ->
                DocumentTemplates.summons(head, letters(session, plan, people, wanted))
                        .render();
            case ATTENDANCE_SHEET -> {
                List<LocalDate> days = days(session, wanted.day());
                yield DocumentTemplates.attendance(head, sheets(plan, people, days), jurySheets(session, days))
                        .render();
            }
            case SCHEDULE ->
                DocumentTemplates.schedule(head, courses(plan, people)).render();
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
            ExamSession session, List<AssessmentPlan.Event> plan, List<Person> people, Wanted wanted) {
        LocalTime time = wanted.time();
        if (time == null) {
            throw ProblemException.rulesBroken(List.of(Violation.ofRule(
                    "R66", "A summons tells place, date, time and events: give the time, ?time=08:30.")));
        }
        LocalDate day = days(session, wanted.day() == null ? session.startsOn() : wanted.day())
                .getFirst();
        String arrival = French.day(day) + " à " + French.time(time);
        List<String> bring = bring(session, plan);
        return people.stream()
                .map(p -> new Printed.Summons(
                        p.identity().sex().equals("F") ? "Madame" : "Monsieur",
                        p.name(),
                        (p.identity().sex().equals("F") ? "née le " : "né le ")
                                + French.day(p.identity().bornOn()).split(" ", 2)[1],
                        arrival,
                        events(plan, p),
                        bring,
                        p.adapted()))
                .toList();
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

    private static List<Printed.Sheet> sheets(
            List<AssessmentPlan.Event> plan, List<Person> people, List<LocalDate> days) {
        return days.stream()
                .flatMap(day -> plan.stream()
                        .map(event -> new Printed.Sheet(
                                event.label(),
                                French.day(day),
                                IntStream.range(0, people.size())
                                        .mapToObj(i -> new Printed.Signer(
                                                i + 1,
                                                people.get(i).name(),
                                                people.get(i).duration(event),
                                                people.get(i).adapted(),
                                                null))
                                        .toList())))
                .toList();
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

    private static List<Printed.Course> courses(List<AssessmentPlan.Event> plan, List<Person> people) {
        return people.stream()
                .map(p -> new Printed.Course(p.name(), p.adapted(), events(plan, p)))
                .toList();
    }

    private static List<Printed.Event> events(List<AssessmentPlan.Event> plan, Person person) {
        return plan.stream()
                .map(e -> new Printed.Event(e.label(), nature(e.kind()), person.duration(e), null))
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
