package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.demo.Examination.Concluded;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Examination.Subject;
import fr.parchemin.localstack.demo.FinalTable.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration on RNCP37722: a first candidate obtains the title at its session; a second lacks the first-aid
 * certificate, keeps two blocks and completes the title at a later session of the third; a third does not come.
 */
public final class Journey {

    /** The certification that is played. */
    public static final String CERTIFICATION = "RNCP37722";

    private static final String BC01 = CERTIFICATION + "BC01";
    private static final String BC02 = CERTIFICATION + "BC02";
    private static final String BC03 = CERTIFICATION + "BC03";
    /** Where exam days begin and end. */
    public static final ZoneId PLACE = ZoneId.of("Europe/Paris");

    private static final List<String> RANKS = List.of("Premier", "Deuxième", "Troisième", "Quatrième");
    private static final String SITE = "Plateau fictif de démonstration";

    private final JourneyClient client;
    private final JourneyListener listener;
    private final Clock clock;

    /** @param clock decides which day is today in Paris */
    public Journey(JourneyClient client, JourneyListener listener, Clock clock) {
        this.client = client;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param run what sets this run apart from earlier ones on the same system
     * @param findings sentences about verifications that did not answer as they must; empty when all did
     * @param names candidates and sessions of this run, whose ids are the keys of its events, with what to call them
     */
    public record Outcome(
            String run, FinalTable table, FinalTable expected, List<String> findings, Map<String, String> names) {

        /** The keys of the events of this run. */
        public Set<String> keys() {
            return names.keySet();
        }

        /** Everything that is not as it should be. */
        public List<String> differences() {
            return Stream.concat(table.differencesFrom(expected).stream(), findings.stream())
                    .toList();
        }
    }

    /** Plays the whole journey with the candidates of {@code run}. */
    public Outcome play(String run) {
        JsonNode plan = readCatalogue();
        Place place = prepareCentre();
        String trainedHere = client.actors().centreSiret();
        LocalDate certificateDay = place.today().minusMonths(3);

        Person alpha = Person.alpha(run);
        Person beta = Person.beta(run);
        Person gamma = Person.gamma(run);
        Map<Person, String> ids = new LinkedHashMap<>();
        for (Person person : List.of(alpha, beta, gamma)) {
            ids.put(person, register(person));
        }

        List<Row> rows = new ArrayList<>();
        Set<String> awards = new HashSet<>();
        Subject title = Subject.title(plan);
        Concluded first = new Examination(
                        client,
                        listener,
                        place,
                        title,
                        List.of(
                                new Seat(alpha, id(ids, alpha), trainedHere, true, certificateDay),
                                new Seat(beta, id(ids, beta), trainedHere, true, null),
                                new Seat(gamma, id(ids, gamma), trainedHere, false, null)))
                .play();
        rows.addAll(readRows(ids, first.sessionId(), title, awards));
        Subject block = Subject.block(plan, BC02);
        Concluded later = new Examination(
                        client,
                        listener,
                        place,
                        block,
                        List.of(new Seat(beta, id(ids, beta), trainedHere, true, certificateDay)))
                .play();
        rows.addAll(readRows(ids, later.sessionId(), block, awards));

        FinalTable table = new FinalTable(rows);
        List<String> findings = verify(table, alpha, beta);
        Map<String, String> names = new LinkedHashMap<>();
        ids.forEach((person, candidateId) -> names.put(candidateId, person.name()));
        names.put(first.sessionId(), "session " + title.name());
        names.put(later.sessionId(), "session " + block.name());
        return new Outcome(run, table, expected(alpha, beta, gamma, title, block), findings, names);
    }

    /** A run that this system has not seen: the smallest number whose first candidate is not known. */
    public String nextRun() {
        long known = 0;
        long unknown = 1;
        while (client.candidateExists(Person.alpha(Long.toString(unknown)).externalRef())) {
            known = unknown;
            unknown *= 2;
        }
        while (unknown - known > 1) {
            long middle = (known + unknown) / 2;
            if (client.candidateExists(Person.alpha(Long.toString(middle)).externalRef())) {
                known = middle;
            } else {
                unknown = middle;
            }
        }
        return Long.toString(unknown);
    }

    /** Reads the sheet and the assessment plan; returns the plan. */
    public JsonNode readCatalogue() {
        listener.before(Phase.CATALOGUE, "");
        JsonNode sheet = client.certification(CERTIFICATION);
        listener.step(
                "anybody",
                "reads the sheet of " + CERTIFICATION,
                "%s, %d blocks"
                        .formatted(
                                sheet.path("title").asText(),
                                sheet.path("blocks").size()));
        JsonNode plan = client.assessmentPlan(CERTIFICATION);
        listener.step(
                "anybody",
                "reads its assessment plan",
                StreamSupport.stream(plan.path("targets").spliterator(), false)
                        .map(t -> t.path("target").asText() + " "
                                + t.path("totalMinutes").asInt() + " min")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("empty"));
        return plan;
    }

    /** Finds the centre, its site and approval and the jurors of an earlier run, and creates what is missing. */
    public Place prepareCentre() {
        listener.before(Phase.SETUP, "");
        Actors actors = client.actors();
        LocalDate today = LocalDate.now(clock.withZone(PLACE));
        LocalDate from = today.minusYears(1);
        LocalDate to = today.plusYears(1);
        String centreId = ensure(
                "the centre",
                client.centre(actors.centreSiret()),
                () -> client.createCentre(actors.centreSiret(), "Centre Fictif de démonstration"));
        String siteId = ensure(
                "its site",
                client.site(centreId, SITE),
                () -> client.createSite(centreId, SITE, "1 rue Fictive", "35000", "Rennes", "35238"));
        ensure(
                "the approval for " + CERTIFICATION,
                client.approval(centreId, siteId, CERTIFICATION, null, today),
                () -> onceKnown(
                        CERTIFICATION,
                        () -> client.createApproval(
                                centreId, siteId, CERTIFICATION, null, from, to, "Décision fictive")));
        List<String> jurorIds = new ArrayList<>();
        for (String subject : actors.jurors()) {
            int number = jurorIds.size() + 1;
            String jurorId = ensure(
                    "juror " + subject,
                    client.juror(subject),
                    () -> client.createJuror(subject, "Fictif", "Juré " + RANKS.get(number - 1)));
            ensure(
                    "the accreditation of " + subject,
                    client.accreditation(jurorId, CERTIFICATION, today),
                    () -> client.createAccreditation(jurorId, CERTIFICATION, from, to, 6));
            jurorIds.add(jurorId);
        }
        return new Place(CERTIFICATION, centreId, siteId, jurorIds, today);
    }

    /** The other services learn of a certification by an event: until then they refuse what leans on it. */
    JsonNode onceKnown(String what, Supplier<JsonNode> request) {
        return client.api().patience().await(what + " to be known", () -> {
            try {
                return Optional.of(request.get());
            } catch (ApiException e) {
                if (e.status() == 404 || e.status() == 409 || e.status() == 422) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private String ensure(String what, Optional<JsonNode> existing, Supplier<JsonNode> create) {
        JsonNode view = existing.orElseGet(create);
        listener.step(
                client.actors().authority(),
                existing.isPresent() ? "finds " + what : "registers " + what,
                existing.isPresent() ? "already there" : "created");
        return view.path("id").asText();
    }

    /** Registers a candidate and returns the id. */
    public String register(Person person) {
        JsonNode view = client.createCandidate(person);
        listener.step(
                client.actors().centre(), "registers the invented candidate " + person.name(), person.externalRef());
        return view.path("id").asText();
    }

    /**
     * What the centre reads of a session once it is notified.
     *
     * @param seen numbers of awards known before; those of this session are added
     */
    private List<Row> readRows(Map<Person, String> ids, String sessionId, Subject subject, Set<String> seen) {
        Map<String, JsonNode> results = new HashMap<>();
        client.results(sessionId).forEach(r -> results.put(r.path("candidateId").asText(), r));
        List<Row> rows = new ArrayList<>();
        ids.forEach((person, candidateId) -> {
            JsonNode result = results.get(candidateId);
            if (result != null) {
                List<JsonNode> awards = client.awards(candidateId).stream()
                        .filter(a -> seen.add(a.path("number").asText()))
                        .toList();
                rows.add(row(person, subject, result, awards));
                listener.step(
                        client.actors().centre(),
                        "reads the booklet of " + person.name(),
                        booklet(client.booklet(candidateId)));
            }
        });
        return rows;
    }

    private static Row row(Person person, Subject subject, JsonNode result, List<JsonNode> awards) {
        List<String> obtained = StreamSupport.stream(result.path("blocks").spliterator(), false)
                .filter(b -> b.path("result").asText().equals("OBTAINED"))
                .map(b -> b.path("code").asText())
                .sorted()
                .toList();
        String title = awards.stream()
                .filter(Journey::isTitle)
                .findFirst()
                .map(a -> a.path("obtainedBy").asText().equals("CAPITALISATION")
                        ? FinalTable.BY_CAPITALISATION
                        : FinalTable.BY_TITLE_SESSION)
                .orElse(FinalTable.NONE);
        return new Row(
                person.name(),
                subject.name(),
                result.path("outcome").asText(),
                obtained,
                title,
                awards.stream()
                        .map(a -> (isTitle(a)
                                        ? "title "
                                        : shortCode(a.path("blockCode").asText()) + " ")
                                + a.path("number").asText())
                        .sorted()
                        .toList());
    }

    /** What is held towards the title: blocks, what is missing, the title itself, what was added to it. */
    static String booklet(JsonNode view) {
        JsonNode towards = StreamSupport.stream(view.path("certifications").spliterator(), false)
                .filter(c -> CERTIFICATION.equals(c.path("number").asText()))
                .findFirst()
                .orElse(null);
        if (towards == null) {
            return "empty";
        }
        List<String> held = new ArrayList<>();
        towards.path("blocks").forEach(b -> held.add(shortCode(b.path("code").asText())));
        List<String> missing = new ArrayList<>();
        towards.path("missingBlocks").forEach(code -> missing.add(shortCode(code.asText())));
        List<String> complements = new ArrayList<>();
        towards.path("complements")
                .forEach(c -> complements.add(shortCode(c.path("code").asText())));
        return "holds " + (held.isEmpty() ? "nothing" : String.join(" ", held))
                + (missing.isEmpty() ? "" : ", missing " + String.join(" ", missing))
                + (towards.hasNonNull("titleAward") ? ", and the title" : "")
                + (complements.isEmpty() ? "" : ", and " + String.join(" ", complements));
    }

    private static String shortCode(String blockCode) {
        return blockCode.replaceFirst("^RNCP[0-9]+", "");
    }

    private static boolean isTitle(JsonNode award) {
        return award.path("kind").asText().equals("TITLE");
    }

    private List<String> verify(FinalTable table, Person alpha, Person beta) {
        listener.before(Phase.VERIFICATION, "");
        List<String> findings = new ArrayList<>();
        for (Person person : List.of(alpha, beta)) {
            String number = titleOf(table, person);
            if (number == null) {
                findings.add(person.name() + " has no title to verify");
                continue;
            }
            JsonNode answer = client.verify(number, person.birthName(), person.bornOn());
            boolean authentic = answer.path("authentic").asBoolean();
            listener.step(
                    "anybody", "verifies the title of " + person.name(), authentic ? "authentic" : "not authentic");
            if (!authentic) {
                findings.add("the title %s of %s is not confirmed".formatted(number, person.name()));
            }
        }
        String number = titleOf(table, alpha);
        if (number != null) {
            JsonNode answer =
                    client.verify(number, alpha.birthName(), alpha.bornOn().plusDays(1));
            boolean authentic = answer.path("authentic").asBoolean();
            listener.step(
                    "anybody",
                    "verifies it with a wrong birth date",
                    authentic ? "authentic" : "not authentic, nothing given away");
            if (authentic || answer.hasNonNull("award")) {
                findings.add("a verification with a wrong birth date answered " + answer);
            }
        }
        return findings;
    }

    private static @Nullable String titleOf(FinalTable table, Person person) {
        return table.rows().stream()
                .filter(r -> r.candidate().equals(person.name()))
                .flatMap(r -> r.awards().stream())
                .filter(a -> a.startsWith("title "))
                .map(a -> a.substring("title ".length()))
                .findFirst()
                .orElse(null);
    }

    private static FinalTable expected(Person alpha, Person beta, Person gamma, Subject title, Subject block) {
        return new FinalTable(List.of(
                new Row(
                        alpha.name(),
                        title.name(),
                        "AWARDED",
                        List.of(BC01, BC02, BC03),
                        FinalTable.BY_TITLE_SESSION,
                        List.of("BC01", "BC02", "BC03", "title")),
                new Row(
                        beta.name(),
                        title.name(),
                        "PARTIAL_SUCCESS",
                        List.of(BC01, BC03),
                        FinalTable.NONE,
                        List.of("BC01", "BC03")),
                new Row(gamma.name(), title.name(), "ABSENT", List.of(), FinalTable.NONE, List.of()),
                new Row(
                        beta.name(),
                        block.name(),
                        "AWARDED",
                        List.of(BC02),
                        FinalTable.BY_CAPITALISATION,
                        List.of("BC02", "title"))));
    }

    /**
     * How many events of each name the journey leaves behind: two sessions, four enrolments, three of them present, a
     * finding of each of two jurors for four events of two candidates and for three events of one.
     */
    public static Map<String, Integer> expectedEvents() {
        Map<String, Integer> expected = new TreeMap<>();
        expected.put("CandidateIdentified", 3);
        expected.put("SessionDeclared", 2);
        expected.put("CandidateEnrolled", 4);
        expected.put("JuryAppointed", 2);
        expected.put("SessionSummoned", 2);
        expected.put("SessionOpened", 2);
        expected.put("AttendanceRecorded", 4);
        expected.put("SituationDrawn", 3);
        expected.put("DocumentPresented", 2);
        expected.put("SessionClosed", 2);
        expected.put("AssessmentRecorded", 2 * 2 * 4 + 2 * 3);
        expected.put("RecordDrafted", 2);
        expected.put("RecordSigned", 4);
        expected.put("RecordSubmitted", 2);
        expected.put("RecordValidated", 2);
        expected.put("RecordNotified", 2);
        expected.put("CompetenceValidated", 12 + 11 + 4);
        expected.put("BlockAwarded", 6);
        expected.put("TitleAwarded", 2);
        expected.put("ResultPublished", 4);
        return expected;
    }

    private static String id(Map<Person, String> ids, Person person) {
        String id = ids.get(person);
        if (id == null) {
            throw new IllegalStateException(person + " is not registered");
        }
        return id;
    }
}
