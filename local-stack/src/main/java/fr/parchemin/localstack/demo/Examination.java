package fr.parchemin.localstack.demo;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.demo.JourneyClient.Situation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One session played from its creation to the notified result. */
public final class Examination {

    /** Why it is summoned on the day. */
    public static final String LATE_REASON =
            "Démonstration : session datée du jour, délai de convocation écarté par décision enregistrée";
    /** Invented person responsible. */
    public static final String MANAGER = "Fictif Responsable";

    private final JourneyClient client;
    private final JourneyListener listener;
    private final Place place;
    private final Subject subject;
    private final List<Seat> seats;
    private final String manager;
    private final @Nullable String lateReason;

    /**
     * One that is declared, summoned and held on the same day.
     *
     * @param place where, by whom, when
     * @param subject what is examined
     * @param seats who is enrolled
     */
    public Examination(JourneyClient client, JourneyListener listener, Place place, Subject subject, List<Seat> seats) {
        this(client, listener, place, subject, seats, MANAGER, LATE_REASON);
    }

    /**
     * @param place where, by whom, when
     * @param subject what is examined
     * @param seats who is enrolled
     * @param manager name of the person responsible
     * @param lateReason why it is summoned late, null when it is not
     */
    public Examination(
            JourneyClient client,
            JourneyListener listener,
            Place place,
            Subject subject,
            List<Seat> seats,
            String manager,
            @Nullable String lateReason) {
        this.client = client;
        this.listener = listener;
        this.place = place;
        this.subject = subject;
        this.seats = List.copyOf(seats);
        this.manager = manager;
        this.lateReason = lateReason;
    }

    /**
     * Where and by whom an examination is held.
     *
     * @param today day of the session, at the place
     */
    public record Place(String certification, String centreId, String siteId, List<String> jurorIds, LocalDate today) {}

    /**
     * What is examined.
     *
     * @param name as the table shows it
     * @param blockCode null for the title
     * @param events codes of the events that begin with a draw
     */
    public record Subject(
            String name, String type, @Nullable String blockCode, boolean withFinalInterview, List<String> events) {

        /** Reads from the assessment plan which events begin with a draw. */
        static Subject of(JsonNode plan, String name, String type, @Nullable String blockCode, boolean finalInterview) {
            String target = blockCode == null ? "TITLE" : blockCode;
            List<String> drawn = StreamSupport.stream(plan.path("targets").spliterator(), false)
                    .filter(t -> target.equals(t.path("target").asText()))
                    .flatMap(t -> StreamSupport.stream(t.path("events").spliterator(), false))
                    .filter(e -> e.path("draw").path("count").asInt() > 0)
                    .map(e -> e.path("code").asText())
                    .toList();
            return new Subject(name, type, blockCode, finalInterview, drawn);
        }

        /** A complementary certificate of the title. */
        static Subject complement(JsonNode plan, String code) {
            return of(plan, "CCS " + code, "CCS", code, false);
        }

        /** The whole title. */
        public static Subject title(JsonNode plan) {
            return of(plan, "TITLE", "TITLE", null, false);
        }

        /** One block, with the final interview that leads to the title when it is the last one missing. */
        public static Subject block(JsonNode plan, String blockCode) {
            return of(plan, "CCP " + blockCode, "CCP", blockCode, true);
        }
    }

    /**
     * How a candidate came to the examination.
     *
     * @param route code of the access route
     * @param from first day of the training, null where there was none
     * @param to last day of the training, null where there was none
     * @param admissibleSince day of the decision of admissibility of a candidate by experience, otherwise null
     */
    public record Path(
            String route,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate admissibleSince) {}

    /**
     * A candidate in this session.
     *
     * @param trainedBy SIRET of the training provider
     * @param attendance {@code PRESENT}, {@code ABSENT}, …
     * @param certificateIssuedOn day of the SST certificate that is presented, null when none is
     * @param path how the candidate came here, null for a continuing training of the last months
     * @param missed codes of the competences, and of the final interview, that the jury does not find
     */
    public record Seat(
            Person person,
            String candidateId,
            String trainedBy,
            String attendance,
            @Nullable LocalDate certificateIssuedOn,
            @Nullable Path path,
            Set<String> missed) {

        /** Somebody able in everything, by continuing training. */
        public Seat(
                Person person,
                String candidateId,
                String trainedBy,
                boolean present,
                @Nullable LocalDate certificateIssuedOn) {
            this(person, candidateId, trainedBy, present ? "PRESENT" : "ABSENT", certificateIssuedOn, null, Set.of());
        }

        /** Whether the candidate came and stayed. */
        public boolean present() {
            return attendance.equals("PRESENT");
        }
    }

    /** The session once it is prepared, opened and attended. */
    public record Held(String sessionId, Map<Seat, String> enrolments) {}

    /**
     * The end of it.
     *
     * @param orderNumber number of the record in the register of the authority
     * @param validatedAtNanos {@link System#nanoTime} when the validation was answered
     */
    public record Concluded(String sessionId, String recordId, String orderNumber, long validatedAtNanos) {}

    /** Plays everything. */
    public Concluded play() {
        Held held = hold();
        recordFindings(held);
        String recordId = drawUpRecord(held);
        return conclude(held, recordId);
    }

    /** From the creation of the session to attendance, draws and documents. */
    public Held hold() {
        String sessionId = declare();
        Map<Seat, String> enrolments = enrol(sessionId);
        summon(sessionId, place.today());
        return open(sessionId, enrolments);
    }

    /** Creates the session and declares it; returns its id. */
    public String declare() {
        listener.before(Phase.SESSION, subject.name());
        String centre = client.actors().centre();
        JsonNode created = client.createSession(
                subject.type(),
                place.certification(),
                subject.blockCode(),
                place.centreId(),
                place.siteId(),
                place.today(),
                manager,
                subject.withFinalInterview());
        String sessionId = created.path("id").asText();
        listener.step(
                centre,
                "prepares the session " + subject.name() + " of " + place.today(),
                created.path("state").asText() + warnings(created));
        step(centre, "declares it", client.declare(sessionId));
        return sessionId;
    }

    /** Enrols everybody; returns the id of each enrolment. */
    public Map<Seat, String> enrol(String sessionId) {
        String centre = client.actors().centre();
        Map<Seat, String> enrolments = new LinkedHashMap<>();
        for (Seat seat : seats) {
            JsonNode enrolment = enrol(sessionId, seat);
            enrolments.put(seat, enrolment.path("id").asText());
            listener.step(centre, "enrols " + seat.person().name(), "by continuing training");
        }
        return enrolments;
    }

    /**
     * Appoints the jury, takes the kit in and summons.
     *
     * @param day on which that is done
     */
    public void summon(String sessionId, LocalDate day) {
        String centre = client.actors().centre();
        client.appointJury(sessionId, place.jurorIds(), day);
        listener.step(centre, "appoints the jury", place.jurorIds().size() + " jurors, charter accepted");
        if (!subject.events().isEmpty()) {
            client.listSituations(sessionId, situations());
            listener.step(
                    centre, "lists the situations of the kit", situations().size() + " in the pool");
        }
        step(
                centre,
                "receives the sealed kit and the CERES number",
                client.receiveKit(sessionId, "DTE-FICTIF", day, "CERES-FICTIF-" + sessionId.substring(24)));
        step(
                centre,
                lateReason == null ? "summons" : "summons, late, with the reason recorded",
                client.summon(sessionId, lateReason));
    }

    /** Opens the session on its day and records who came, what was drawn and what was presented. */
    public Held open(String sessionId, Map<Seat, String> enrolments) {
        step(
                client.actors().centre(),
                "opens the session, seals checked",
                client.open(
                        sessionId,
                        place.jurorIds(),
                        manager,
                        seats.getFirst().person().name()));
        enrolments.forEach((seat, enrolmentId) -> attend(sessionId, seat, enrolmentId));
        return new Held(sessionId, enrolments);
    }

    private JsonNode enrol(String sessionId, Seat seat) {
        Path path = seat.path() == null
                ? new Path(
                        "CONTINUING",
                        place.today().minusMonths(8),
                        place.today().minusDays(15),
                        null)
                : seat.path();
        Supplier<JsonNode> request = () -> client.enrol(sessionId, seat.candidateId(), seat.trainedBy(), path);
        return subject.type().equals("CCS")
                ? client.api().patience().await("the title to be known where its holders enrol", () -> early(request))
                : request.get();
    }

    /** Only holders of the title sit a complement (R21), and the title is told by an event. */
    private static Optional<JsonNode> early(Supplier<JsonNode> request) {
        try {
            return Optional.of(request.get());
        } catch (ApiException e) {
            if (e.problem().path("violations").findValuesAsText("rule").equals(List.of("R21"))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void attend(String sessionId, Seat seat, String enrolmentId) {
        String centre = client.actors().centre();
        String name = seat.person().name();
        client.recordAttendance(sessionId, enrolmentId, seat.attendance());
        listener.step(centre, "records the attendance of " + name, seat.attendance());
        if (!seat.present()) {
            return;
        }
        for (String event : subject.events()) {
            JsonNode draw = client.draw(sessionId, enrolmentId, event);
            listener.step(
                    centre,
                    name + " draws for " + event,
                    StreamSupport.stream(draw.path("situations").spliterator(), false)
                            .map(s -> s.path("code").asText())
                            .collect(joining(", ")));
        }
        if (seat.certificateIssuedOn() != null) {
            client.presentCertificate(
                    sessionId, enrolmentId, "SST-FICTIF", "Organisme Fictif", seat.certificateIssuedOn());
            listener.step(centre, name + " presents the SST certificate", "issued " + seat.certificateIssuedOn());
        }
    }

    /** Each juror finds every candidate who came able in everything that is assessed, save for what the seat says. */
    public void recordFindings(Held held) {
        listener.before(Phase.FINDINGS, subject.name());
        Map<String, Seat> present = present(held);
        for (String juror : client.actors().jurors()) {
            JsonNode assessments = awaitKnown(juror, held);
            int findings = 0;
            for (JsonNode candidate : assessments.path("items")) {
                Seat seat = present.get(candidate.path("enrolmentId").asText());
                if (seat != null) {
                    findings += recordFindings(juror, candidate, seat.missed());
                }
            }
            listener.step(juror, "records findings: able in everything observed", findings + " findings");
        }
    }

    /** What a juror has to assess, once everybody who came is known where results are decided. */
    public JsonNode awaitKnown(String juror, Held held) {
        return client.api().patience().await("the results service to hear of the session", () -> client.assessments(
                        juror, held.sessionId())
                .filter(a -> allKnown(a, held)));
    }

    private static Map<String, Seat> present(Held held) {
        Map<String, Seat> present = new HashMap<>();
        held.enrolments().forEach((seat, id) -> {
            if (seat.present()) {
                present.put(id, seat);
            }
        });
        return present;
    }

    private int recordFindings(String juror, JsonNode candidate, Set<String> missed) {
        Set<String> byDocument = new HashSet<>();
        candidate
                .path("documentChecks")
                .forEach(d -> byDocument.add(d.path("competence").asText()));
        int findings = 0;
        for (JsonNode event : candidate.path("events")) {
            Map<String, Boolean> found = new LinkedHashMap<>();
            event.path("competences")
                    .forEach(c -> found.put(
                            c.path("code").asText(),
                            !missed.contains(c.path("code").asText())));
            found.keySet().removeAll(byDocument);
            String code = event.path("code").asText();
            client.recordFinding(
                    juror,
                    candidate.path("enrolmentId").asText(),
                    code,
                    missed.contains(code) || found.containsValue(false) ? "NOT_ACQUIRED" : "ACQUIRED",
                    found);
            findings++;
        }
        return findings;
    }

    /** Everybody enrolled is known with an attendance, and each certificate presented is counted. */
    private static boolean allKnown(JsonNode assessments, Held held) {
        Map<String, JsonNode> byEnrolment = new LinkedHashMap<>();
        assessments
                .path("items")
                .forEach(i -> byEnrolment.put(i.path("enrolmentId").asText(), i));
        return held.enrolments().entrySet().stream().allMatch(e -> {
            JsonNode item = byEnrolment.get(e.getValue());
            if (item == null) {
                return false;
            }
            boolean attended =
                    e.getKey().attendance().equals(item.path("attendance").asText());
            boolean certificateSeen = e.getKey().certificateIssuedOn() == null
                    || StreamSupport.stream(item.path("documentChecks").spliterator(), false)
                            .allMatch(d -> d.path("validOnExamDay").asBoolean());
            return attended && certificateSeen;
        });
    }

    /** Closes the session and brings the record to the authority; returns its id. */
    public String drawUpRecord(Held held) {
        listener.before(Phase.RECORD, subject.name());
        close(held);
        return submitRecord(held);
    }

    /** Closes the session. */
    public void close(Held held) {
        client.close(held.sessionId());
        listener.step(client.actors().centre(), "closes the session", "closed");
    }

    /** Drafts the record of a closed session, has it signed and submits it; returns its id. */
    public String submitRecord(Held held) {
        String first = client.actors().jurors().getFirst();
        JsonNode record =
                client.api().patience().await("the draft record", () -> client.draftRecord(first, held.sessionId()));
        String recordId = record.path("id").asText();
        listener.step(first, "drafts the record", proposals(record));
        signAndSubmit(recordId);
        return recordId;
    }

    /** Signatures of the whole jury, and the way to the authority. */
    public void signAndSubmit(String recordId) {
        for (String juror : client.actors().jurors()) {
            step(juror, "signs it", client.sign(juror, recordId));
        }
        step(client.actors().centre(), "submits it", client.submit(recordId));
    }

    /** Rules that the session departs from with a warning. */
    private static String warnings(JsonNode session) {
        List<String> rules = session.path("warnings").findValuesAsText("rule");
        return rules.isEmpty() ? "" : ", warned of " + String.join(", ", rules);
    }

    private static String proposals(JsonNode record) {
        return StreamSupport.stream(record.path("candidates").spliterator(), false)
                .map(c -> c.path("proposed").path("outcome").asText())
                .collect(joining(", "));
    }

    /** Validation by the authority and notification by the centre. */
    public Concluded conclude(Held held, String recordId) {
        listener.before(Phase.VALIDATION, subject.name());
        JsonNode validated = client.validate(recordId);
        long validatedAt = System.nanoTime();
        String orderNumber = validated.path("orderNumber").asText();
        listener.step(client.actors().authority(), "validates the record", "order number " + orderNumber);
        notifyResults(held, recordId);
        return new Concluded(held.sessionId(), recordId, orderNumber, validatedAt);
    }

    /** Notification by the centre. */
    public void notifyResults(Held held, String recordId) {
        listener.before(Phase.NOTIFICATION, subject.name());
        step(client.actors().centre(), "notifies the results", client.notifyResults(recordId));
        client.api().patience().await("the session to be NOTIFIED", () -> Optional.of(client.session(held.sessionId()))
                .filter(s -> s.path("state").asText().equals("NOTIFIED")));
    }

    private void step(String who, String what, JsonNode view) {
        listener.step(who, what, view.path("state").asText());
    }

    /** The pool of an invented kit: two situations of each kind that the title knows. */
    public static List<Situation> situations() {
        return List.of(
                new Situation("AP1", "ACTIVE_PRESENCE", "Situation fictive : accueil devant une gare"),
                new Situation("AP2", "ACTIVE_PRESENCE", "Situation fictive : tournée dans une résidence"),
                new Situation("RG1", "REGULATION", "Situation fictive : différend entre voisins"),
                new Situation("RG2", "REGULATION", "Situation fictive : altercation dans un bus"));
    }
}
