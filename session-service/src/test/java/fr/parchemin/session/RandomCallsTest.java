package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Property: whatever is called in whatever order, no session breaks a rule; what is refused changes nothing; a
 * cancellation that is undone gives back every row. {@code -Dparchemin.random.sequences} and {@code
 * -Dparchemin.random.seed} run it otherwise.
 */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class RandomCallsTest {

    private static final int SEQUENCES = Integer.getInteger("parchemin.random.sequences", 200);
    private static final long SEED = Long.getLong("parchemin.random.seed", 37722);
    private static final int LONGEST = 26;
    /** Everything happens before the present of the other tests: the broker takes no events from a time to come. */
    private static final LocalDate START = World.TODAY.minusDays(84);

    private static final String TRAINER = "77572845400205";

    private final MovableClock clock;
    private final DataSource dataSource;
    private final List<String> candidates = new ArrayList<>();
    private final List<String> jurors = new ArrayList<>();
    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private Random random = new Random(SEED);
    private String path = "";
    private List<String> enrolments = new ArrayList<>();

    RandomCallsTest(MovableClock clock, DataSource dataSource) {
        this.clock = clock;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
        for (int i = 0; i < 9; i++) {
            candidates.add(World.candidate(CENTRE, i < 6 ? json() : json("employerSiret", TRAINER)));
        }
        World.post(
                AUTHORITY,
                "/v1/candidates/" + candidates.getFirst() + "/bans",
                json("decision", "D-FICTIVE", "notifiedOn", "2026-08-28", "lastDay", "2026-09-17"));
        for (int n = 1; n <= 4; n++) {
            jurors.add(World.juror(n));
        }
        jurors.add(World.newJuror("juror-" + UUID.randomUUID(), null, null));
        String leaving = World.newJuror("juror-" + UUID.randomUUID(), null, null);
        World.post(
                AUTHORITY,
                "/v1/jurors/" + leaving + "/accreditations",
                json(
                        "certificationNumber",
                        World.CERTIFICATION,
                        "validFrom",
                        "2025-01-01",
                        "validTo",
                        "2026-09-15",
                        "yearsInTrade",
                        6));
        jurors.add(leaving);
        World.post(
                AUTHORITY,
                "/v1/centres/" + World.centre() + "/conventions",
                json(
                        "trainingProviderSiret",
                        TRAINER,
                        "certificationNumbers",
                        List.of(World.CERTIFICATION),
                        "signedOn",
                        "2026-01-05",
                        "validFrom",
                        "2026-01-05",
                        "validTo",
                        "2026-09-19"));
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.MONDAY);
    }

    @Test
    void noSequenceOfCallsReachesASessionThatBreaksARule() throws SQLException {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            long seed = SEED + sequence;
            random = new Random(seed);
            List<String> calls = new ArrayList<>();
            clock.set(MovableClock.MONDAY.minus(Duration.ofDays(84)));
            String session = draft();
            path = "/v1/sessions/" + session;
            enrolments = new ArrayList<>();
            UUID id = UUID.fromString(session);
            if (random.nextInt(5) > 0) {
                // A kit without them is not opened (R80).
                World.put(CENTRE, path + "/situations", World.situations());
                calls.add("situations");
            }
            try (Connection connection = dataSource.getConnection()) {
                for (int i = 0; i < LONGEST; i++) {
                    String state = state(connection, id);
                    if (random.nextInt(8) == 0) {
                        passTime(state);
                    }
                    String step = random.nextInt(10) < 6 ? sensible(state) : any();
                    List<String> before = SessionInvariants.dump(connection, id, true);
                    List<String> content = SessionInvariants.dump(connection, id, false);
                    Response answer = call(step);
                    calls.add(step + " -> " + answer.statusCode());
                    String story = "seed %d: %s%n%s".formatted(seed, calls, answer.asString());
                    assertThat(answer.statusCode()).as(story).isLessThan(500);
                    if (answer.statusCode() >= 300) {
                        refused.merge(step, 1, Integer::sum);
                        assertThat(SessionInvariants.dump(connection, id, true))
                                .as(story)
                                .isEqualTo(before);
                        continue;
                    }
                    accepted.merge(step, 1, Integer::sum);
                    if (step.equals("enrol")) {
                        enrolments.add(World.read(answer.asString()).path("id").asText());
                    }
                    assertThat(SessionInvariants.faults(connection, id, step.equals("summons") || step.equals("jury")))
                            .as(story)
                            .isEmpty();
                    if (step.equals("cancellation") && random.nextBoolean()) {
                        World.move(CENTRE, path + "/resumption", json("reason", "Annulée par erreur"));
                        calls.add("resumption");
                        assertThat(SessionInvariants.dump(connection, id, false))
                                .as("seed %d: %s", seed, calls)
                                .isEqualTo(content);
                        accepted.merge("resumption", 1, Integer::sum);
                    }
                }
            }
        }
        // The sequences go everywhere, and are refused everywhere.
        assertThat(accepted.keySet())
                .as("accepted %s, refused %s", accepted, refused)
                .contains(
                        "declaration",
                        "enrol",
                        "withdrawal",
                        "jury",
                        "recusal",
                        "situations",
                        "assessment-kit",
                        "summons",
                        "opening",
                        "attendance",
                        "draw",
                        "document",
                        "closure",
                        "postponement",
                        "cancellation",
                        "resumption",
                        "annulment");
        assertThat(accepted.getOrDefault("opening", 0)).as("%s", accepted).isGreaterThan(SEQUENCES / 10);
        assertThat(refused.keySet()).as("%s", refused).containsAll(STEPS);
    }

    private static final List<String> STEPS = List.of(
            "declaration",
            "enrol",
            "withdrawal",
            "jury",
            "recusal",
            "situations",
            "assessment-kit",
            "summons",
            "opening",
            "attendance",
            "draw",
            "document",
            "closure",
            "postponement",
            "cancellation",
            "resumption",
            "annulment");

    /** Some days, or until the morning for which the candidates are summoned. */
    private void passTime(String state) {
        Instant later = clock.instant().plus(Duration.ofDays(1 + random.nextInt(12)));
        if (state.equals("CONVOKED") && random.nextInt(4) > 0) {
            LocalDate day =
                    LocalDate.parse(World.get(CENTRE, path).path("startsOn").asText());
            later = day.atTime(9, 0).atZone(clock.getZone()).toInstant();
        }
        clock.set(later.isBefore(MovableClock.MONDAY) ? later : MovableClock.MONDAY);
    }

    private String any() {
        return one(STEPS);
    }

    private String sensible(String state) {
        return switch (state) {
            case "DRAFT", "POSTPONED" -> "declaration";
            case "DECLARED" -> one(List.of("enrol", "enrol", "enrol", "jury", "situations", "assessment-kit"));
            case "DTE_SENT" -> one(List.of("enrol", "jury", "jury", "situations", "summons", "summons", "summons"));
            case "CONVOKED" -> one(List.of("opening", "opening", "opening", "jury", "recusal"));
            case "IN_PROGRESS" ->
                one(List.of("attendance", "attendance", "draw", "draw", "document", "closure", "recusal", "annulment"));
            case "CANCELLED" -> "resumption";
            default -> any();
        };
    }

    private Response call(String step) {
        return switch (step) {
            case "enrol" -> World.tryPost(CENTRE, path + "/enrolments", enrolment());
            case "withdrawal" -> World.tryPost(CENTRE, enrolled() + "/withdrawal", json());
            case "jury" -> putFresh(path + "/jury", jury());
            case "situations" -> putFresh(path + "/situations", World.situations());
            case "recusal" ->
                World.tryPost(
                        CENTRE,
                        path + "/recusals",
                        json(
                                "jurorId",
                                one(jurors),
                                "enrolmentId",
                                someEnrolment(),
                                "ground",
                                one(List.of("TRAINER", "PERSONAL", "SAME_EMPLOYER")),
                                "declaredBy",
                                "CENTRE"));
            case "assessment-kit" -> {
                Map<String, Object> kit = World.kit();
                if (random.nextInt(5) == 0) {
                    kit.remove("ceresNumber");
                }
                yield World.tryPost(CENTRE, path + "/assessment-kit", kit);
            }
            case "summons" ->
                World.tryPost(CENTRE, path + "/summons", json("lateReason", random.nextInt(4) == 0 ? null : "Accord"));
            case "opening" -> opening();
            case "attendance" ->
                putFresh(
                        enrolled() + "/attendance",
                        json(
                                "status",
                                one(List.of(
                                        "PRESENT", "PRESENT", "PRESENT", "ABSENT", "ABSENT_JUSTIFIED", "EXCLUDED"))));
            case "draw" ->
                World.tryPost(
                        CENTRE,
                        enrolled() + "/draws",
                        json(
                                "eventCode",
                                one(List.of("MSP", "MSP", "ET")),
                                "redrawReason",
                                random.nextInt(4) == 0 ? "Coupure" : null));
            case "document" ->
                World.tryPost(
                        CENTRE,
                        enrolled() + "/documents",
                        json("kind", "SST", "reference", "S", "issuer", "F", "issuedOn", "2026-01-05"));
            case "postponement" -> {
                LocalDate day = START.plusDays(random.nextInt(80));
                yield World.tryPost(
                        random.nextBoolean() ? CENTRE : AUTHORITY,
                        path + "/postponement",
                        json("startsOn", day, "endsOn", day.plusDays(random.nextInt(2)), "reason", "Fictive"));
            }
            case "cancellation" -> World.tryPost(CENTRE, path + "/cancellation", json("reason", "Fictive"));
            case "resumption" -> World.tryPost(CENTRE, path + "/resumption", json("reason", "Fictive"));
            case "annulment" ->
                World.tryPost(
                        random.nextInt(3) == 0 ? AUTHORITY : CENTRE,
                        path + "/annulment",
                        json(
                                "decisionReference",
                                "D-FICTIVE",
                                "decidedOn",
                                LocalDate.ofInstant(clock.instant(), clock.getZone())
                                        .plusDays(random.nextInt(2)),
                                "reason",
                                "Fictive"));
            default -> World.tryPost(CENTRE, path + "/" + step, json());
        };
    }

    private String draft() {
        boolean title = random.nextInt(3) > 0;
        LocalDate day = START.plusDays(List.of(0, 5, 14, 20, 45).get(random.nextInt(5)));
        Map<String, Object> draft = World.draft(
                title ? "TITLE" : "CCP",
                title ? null : World.BC01,
                World.centre(),
                World.site(),
                day,
                World.CERTIFICATION);
        draft.put("endsOn", day.plusDays(random.nextInt(2)).toString());
        if (random.nextInt(4) == 0) {
            draft.put("places", 1 + random.nextInt(3));
        }
        return World.post(CENTRE, "/v1/sessions", draft).path("id").asText();
    }

    private Map<String, Object> enrolment() {
        Map<String, Object> request = World.training(one(candidates));
        request.put("trainingEndedOn", "2026-08-14");
        switch (random.nextInt(9)) {
            case 0 -> request.put("route", one(List.of("INITIAL", "INDIVIDUAL", "APPRENTICESHIP")));
            case 1 -> request.put("trainingProviderSiret", TRAINER);
            case 2 -> request.remove(one(List.of("trainingProviderSiret", "trainingStartedOn", "trainingEndedOn")));
            case 3 -> {
                request = json("candidateId", one(candidates), "route", "EXPERIENCE");
                if (random.nextInt(4) > 0) {
                    request.put(
                            "vaeAdmissibleSince",
                            START.minusDays(random.nextInt(450)).toString());
                }
            }
            case 4 -> request.put("trainingStartedOn", "2028-07-03");
            case 5 -> request.put("trainingProviderSiret", World.PLATFORM_SIRET);
            default -> {
                // As it should be.
            }
        }
        return request;
    }

    private Map<String, Object> jury() {
        List<Object> members = new ArrayList<>();
        for (String juror : jurors) {
            boolean likely = jurors.indexOf(juror) < 4;
            if (random.nextInt(10) < (likely ? 7 : 1)) {
                members.add(json("jurorId", juror, "charterAcceptedOn", random.nextInt(10) == 0 ? null : "2026-08-20"));
            }
        }
        return json("members", members, "reason", random.nextInt(4) == 0 ? null : "Maladie");
    }

    private Response opening() {
        List<String> members = new ArrayList<>();
        for (JsonNode m : World.get(CENTRE, path + "/jury").path("members")) {
            if (random.nextInt(6) > 0) {
                members.add(m.path("jurorId").asText());
            }
        }
        Map<String, Object> opening = World.opening(members.toArray(String[]::new));
        if (random.nextInt(5) == 0) {
            opening.put("seals", json("checkedBy", "Fictif Responsable"));
        }
        return World.tryPost(CENTRE, path + "/opening", opening);
    }

    /** Writes with the tag of what is there, as a careful client does. */
    private Response putFresh(String target, Object body) {
        Response found = World.as(CENTRE).get(target);
        String tag = found.statusCode() == 200 ? found.header("ETag") : null;
        Response first = tag == null
                ? World.as(CENTRE).body(World.text(body)).put(target)
                : World.as(CENTRE)
                        .header("If-Match", tag)
                        .body(World.text(body))
                        .put(target);
        return first.statusCode() == 412
                ? World.as(CENTRE).body(World.text(body)).put(target)
                : first;
    }

    private String enrolled() {
        return path + "/enrolments/" + someEnrolment();
    }

    private String someEnrolment() {
        return enrolments.isEmpty() ? UUID.randomUUID().toString() : one(enrolments);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String state(Connection connection, UUID session) throws SQLException {
        try (var select = connection.prepareStatement("select state from exam_session where id = ?")) {
            select.setObject(1, session);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
