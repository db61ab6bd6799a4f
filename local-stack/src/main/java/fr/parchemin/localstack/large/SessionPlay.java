package fr.parchemin.localstack.large;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Held;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Examination.Subject;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.JourneyListener;
import fr.parchemin.localstack.large.Plan.Act;
import fr.parchemin.localstack.large.Plan.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One session of the plan, played act by act, each when the clocks show its day. An act that an earlier run did is found in
 * the state of the session and left out; one that was broken off is done again, which changes nothing where it was done.
 */
final class SessionPlay {

    private static final List<String> STATES = List.of(
            "DRAFT",
            "DECLARED",
            "DTE_SENT",
            "CONVOKED",
            "IN_PROGRESS",
            "RESULTS_ENTERED",
            "PV_SIGNED",
            "PV_SUBMITTED",
            "RETURNED",
            "VALIDATED",
            "NOTIFIED",
            "ARCHIVED",
            "ANNULLED");

    private final Session session;
    private final JourneyClient client;
    private final Examination examination;
    private final Map<Plan.Seat, Seat> seats;
    private final @Nullable JsonNode before;
    private @Nullable String sessionId;
    private @Nullable Map<Seat, String> enrolments;
    private @Nullable String recordId;

    /**
     * @param candidateId the id of a person
     * @param before the session as an earlier run left it, null when there is none
     */
    SessionPlay(
            DemoSet set,
            Session session,
            Places places,
            Function<Plan.Someone, String> candidateId,
            @Nullable JsonNode before) {
        this.session = session;
        this.client = places.as(session.town(), session.jurors());
        this.before = before;
        this.seats = new LinkedHashMap<>();
        String trainedBy = client.actors().centreSiret();
        session.seats()
                .forEach(s -> seats.put(
                        s,
                        new Seat(
                                s.who().person(),
                                candidateId.apply(s.who()),
                                trainedBy,
                                s.attendance(),
                                s.certificateOn(),
                                s.path(),
                                s.missed())));
        boolean whole = session.target().equals(Plan.TITLE);
        this.examination = new Examination(
                client,
                JourneyListener.SILENT,
                new Place(
                        session.title().number(),
                        places.centre(session.town()).id(),
                        places.centre(session.town()).siteId(),
                        session.jurors().stream().map(places::juror).toList(),
                        session.day()),
                new Subject(
                        session.target(),
                        whole ? Plan.TITLE : "CCP",
                        whole ? null : session.target(),
                        session.finalInterview(),
                        drawn(session)),
                List.copyOf(seats.values()),
                set.manager(session.number()),
                null);
    }

    /** Events of the real title that begin with a draw; the invented ones have none. */
    private static List<String> drawn(Session session) {
        boolean draws = !session.title().invented() && !session.target().equals(Title.REAL + "BC03");
        return draws ? List.of("MSP") : List.of();
    }

    Session session() {
        return session;
    }

    /** Whether an earlier run did it, as far as the session itself tells. */
    static boolean isDone(Act act, @Nullable JsonNode session) {
        if (session == null) {
            return false;
        }
        int reached = STATES.indexOf(session.path("state").asText());
        return switch (act) {
            case DECLARE -> reached >= STATES.indexOf("DECLARED");
            // Whether everybody is enrolled shows at the summons only.
            case ENROL, SUMMON -> reached >= STATES.indexOf("CONVOKED");
            case EXAMINE -> session.hasNonNull("closedAt");
            case SUBMIT -> reached >= STATES.indexOf("PV_SUBMITTED");
            case VALIDATE -> reached >= STATES.indexOf("VALIDATED");
            case NOTIFY -> reached >= STATES.indexOf("NOTIFIED");
            case REVISE -> reached >= STATES.indexOf("ANNULLED");
        };
    }

    void act(Act act) {
        if (isDone(act, before)) {
            return;
        }
        switch (act) {
            case DECLARE -> sessionId();
            case ENROL -> enrolments();
            case SUMMON -> {
                enrolments();
                examination.summon(sessionId(), session.on(Act.SUMMON));
            }
            case EXAMINE -> {
                Held held = examination.open(sessionId(), enrolments());
                examination.recordFindings(held);
                examination.close(held);
            }
            case SUBMIT -> recordId();
            case VALIDATE -> client.validate(recordId());
            case NOTIFY -> examination.notifyResults(held(), recordId());
            case REVISE -> revise();
        }
    }

    private String sessionId() {
        if (sessionId == null) {
            sessionId = before == null || before.path("state").asText().equals("DRAFT")
                    ? examination.declare()
                    : before.path("id").asText();
        }
        return sessionId;
    }

    private Map<Seat, String> enrolments() {
        if (enrolments == null) {
            Map<Seat, String> known = before == null ? Map.of() : enrolledBefore();
            enrolments = known.size() == seats.size() ? known : examination.enrol(sessionId());
        }
        return enrolments;
    }

    private Map<Seat, String> enrolledBefore() {
        Map<String, Seat> byCandidate = new LinkedHashMap<>();
        seats.values().forEach(s -> byCandidate.put(s.candidateId(), s));
        Map<Seat, String> known = new LinkedHashMap<>();
        for (JsonNode enrolment : client.enrolments(sessionId())) {
            Seat seat = byCandidate.get(enrolment.path("candidateId").asText());
            if (seat != null) {
                known.put(seat, enrolment.path("id").asText());
            }
        }
        return known;
    }

    private Held held() {
        return new Held(sessionId(), enrolments());
    }

    private String recordId() {
        if (recordId == null) {
            recordId = examination.submitRecord(held());
        }
        return recordId;
    }

    private void revise() {
        switch (session.fate()) {
            case NONE -> {
                // Nothing was wrong.
            }
            case RECTIFIED -> rectify();
            case WITHDRAWN -> withdraw();
            case ANNULLED ->
                client.annul(
                        sessionId(),
                        "DECISION-FICTIVE-" + session.number(),
                        session.on(Act.REVISE),
                        "Sujet fictif divulgué avant l’épreuve");
        }
    }

    /** Both jurors had taken one candidate for another: what was found at the first event is taken back. */
    private void rectify() {
        Seat seat = awarded();
        boolean rectified = client.results(sessionId()).stream()
                .filter(r -> r.path("candidateId").asText().equals(seat.candidateId()))
                .noneMatch(r -> r.path("outcome").asText().equals("AWARDED"));
        if (rectified) {
            return;
        }
        String correction = client.rectify(recordId(), "Candidat fictif confondu avec un homonyme")
                .path("id")
                .asText();
        String enrolmentId = Objects.requireNonNull(enrolments().get(seat));
        client.actors().jurors().forEach(j -> client.correctFinding(j, enrolmentId, "MSP", "NOT_ACQUIRED"));
        examination.signAndSubmit(correction);
        client.validate(correction);
        examination.notifyResults(held(), correction);
    }

    private void withdraw() {
        client.awards(awarded().candidateId()).stream()
                .filter(a -> a.path("kind").asText().equals("TITLE"))
                .filter(a -> a.path("state").asText().equals("IN_FORCE"))
                .findFirst()
                .ifPresent(a -> client.withdraw(
                        a.path("number").asText(), "Décision fictive : fraude établie après la session"));
    }

    private Seat awarded() {
        return session.seats().stream()
                .filter(Plan.Seat::awarded)
                .findFirst()
                .map(s -> Objects.requireNonNull(seats.get(s)))
                .orElseThrow(
                        () -> new JourneyException("Nobody of session %d has the title.".formatted(session.number())));
    }
}
