package fr.parchemin.session;

import static fr.parchemin.session.World.AUTHORITY;
import static fr.parchemin.session.World.CENTRE;
import static fr.parchemin.session.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many SQL statements each call sends, in sessions of 2 and of 6 candidates with a jury of two. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class StatementCountTest {

    /** Call, with 2 candidates, with 6. A change here is a change of cost: look at it twice. */
    private static final String EXPECTED = """
            POST session                           6   6
            POST declaration                       9   9
            POST candidate                         2   2
            GET eligibility                       15  15
            POST enrolment                        18  18
            PUT jury                              27  35
            PUT situations                        10  10
            POST assessment-kit                    8   8
            POST summons                          46  82
            POST opening                          29  37
            PUT attendance                        11  11
            POST draw                             15  15
            POST document                         12  12
            GET session                            5   5
            GET session/enrolments                 6   6
            GET session/enrolments/{id}            6   6
            GET session/jury                       8   8
            GET session/situations                 5   5
            GET session/day                       23  23
            GET session/timeline                   5   5
            GET session/draw-commitments           4   4
            GET session/enrolments/{id}/draws      8   8
            GET sessions                           4   4
            GET candidates                         2   2
            GET jurors                             1   1
            POST closure                          10  10
            """;

    private static final int FEW = 2;
    private static final int MANY = 6;
    private static final int RUNS = 3;

    private final MovableClock clock;
    private final CountedStatements statements;

    StatementCountTest(MovableClock clock, @PersistenceUnitExtension CountedStatements statements) {
        this.clock = clock;
        this.statements = statements;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
        World.prepare();
    }

    @Test
    void everyCallSendsWhatItSentBefore() {
        Map<String, Integer> few = least(FEW);
        Map<String, Integer> many = least(MANY);
        String table = few.keySet().stream()
                .map(call -> "%-36s %3d %3d%n".formatted(call, few.get(call), many.get(call)))
                .collect(Collectors.joining());
        assertThat(table.replace("\r", "")).isEqualTo(EXPECTED);
    }

    /** A consumer in the background may add its own statements: the least of some runs has none. */
    private Map<String, Integer> least(int candidates) {
        Map<String, Integer> least = new LinkedHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            aSession(candidates).forEach((call, count) -> least.merge(call, count, Math::min));
        }
        return least;
    }

    private Map<String, Integer> aSession(int candidates) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Object> draft =
                World.draft("TITLE", null, World.centre(), World.site(), World.TODAY, World.CERTIFICATION);
        String session = count(counts, "POST session", () -> World.post(CENTRE, "/v1/sessions", draft))
                .path("id")
                .asText();
        String path = "/v1/sessions/" + session;
        count(counts, "POST declaration", () -> World.move(CENTRE, path + "/declaration", json()));
        List<String> enrolled = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            Map<String, Object> person = World.person("REF-" + UUID.randomUUID());
            // Nobody else is called so: what duplicates cost is not looked at here.
            person.put("birthName", World.letters(UUID.randomUUID().toString()));
            String candidate = count(counts, "POST candidate", () -> World.post(CENTRE, "/v1/candidates", person))
                    .path("id")
                    .asText();
            count(
                    counts,
                    "GET eligibility",
                    () -> World.get(
                            CENTRE,
                            path + "/eligibility?candidateId=" + candidate
                                    + "&route=CONTINUING&trainingProviderSiret=" + World.CENTRE_SIRET
                                    + "&trainingStartedOn=2026-03-02&trainingEndedOn=2026-11-06"));
            enrolled.add(count(
                            counts,
                            "POST enrolment",
                            () -> World.post(CENTRE, path + "/enrolments", World.training(candidate)))
                    .path("id")
                    .asText());
        }
        String jury1 = World.juror(1);
        String jury2 = World.juror(2);
        count(counts, "PUT jury", () -> World.put(CENTRE, path + "/jury", World.jury(jury1, jury2)));
        count(counts, "PUT situations", () -> World.put(CENTRE, path + "/situations", World.situations()));
        count(counts, "POST assessment-kit", () -> World.move(CENTRE, path + "/assessment-kit", World.kit()));
        count(counts, "POST summons", () -> World.move(CENTRE, path + "/summons", json("lateReason", "Accord")));
        count(counts, "POST opening", () -> World.move(CENTRE, path + "/opening", World.opening(jury1, jury2)));
        for (String e : enrolled) {
            String enrolment = path + "/enrolments/" + e;
            count(
                    counts,
                    "PUT attendance",
                    () -> World.put(CENTRE, enrolment + "/attendance", json("status", "PRESENT")));
            count(counts, "POST draw", () -> World.post(CENTRE, enrolment + "/draws", json("eventCode", "MSP")));
            count(
                    counts,
                    "POST document",
                    () -> World.post(
                            CENTRE,
                            enrolment + "/documents",
                            json("kind", "SST", "reference", "S", "issuer", "F", "issuedOn", "2026-01-05")));
        }
        for (String read : List.of(
                "",
                "/enrolments",
                "/enrolments/" + enrolled.getFirst(),
                "/jury",
                "/situations",
                "/day",
                "/timeline",
                "/draw-commitments",
                "/enrolments/" + enrolled.getFirst() + "/draws")) {
            String name = "GET session" + read.replace(enrolled.getFirst(), "{id}");
            count(counts, name, () -> World.get(CENTRE, path + read));
        }
        count(counts, "GET sessions", () -> World.get(CENTRE, "/v1/sessions?limit=" + candidates));
        count(counts, "GET candidates", () -> World.get(CENTRE, "/v1/candidates?limit=" + candidates));
        count(counts, "GET jurors", () -> World.get(AUTHORITY, "/v1/jurors?limit=2"));
        count(counts, "POST closure", () -> World.move(CENTRE, path + "/closure", json()));
        return counts;
    }

    private JsonNode count(Map<String, Integer> counts, String call, Supplier<JsonNode> work) {
        var counted = statements.counting(work);
        counts.merge(call, counted.statements(), Math::min);
        return counted.result();
    }
}
