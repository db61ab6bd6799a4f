package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.kit.test.Tokens;
import fr.parchemin.results.InventedHistory.Held;
import fr.parchemin.results.InventedHistory.Sat;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures follow every record and what undoes it, equal a count from the start and a second one made here, and give nobody away. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class StatisticsTest extends JourneyBase {

    private static final int MINIMUM = 5;
    private static final List<String> COUNTS =
            List.of("enrolled", "presented", "admitted", "partial", "failed", "absent", "excluded");
    private static final List<String> DIMENSIONS =
            List.of("certification", "block", "year", "month", "route", "region", "centre", "sessionType");

    @Inject
    DataSource database;

    // What is counted, and how it is read
    // ------------------------------------------------------------------------------

    /** A table that can be asked for. */
    private record Question(List<String> by, Map<String, List<String>> filter) {

        boolean ofBlocks() {
            return by.contains("block") || filter.containsKey("blockCode");
        }

        RequestSpecification as(String client) {
            RequestSpecification request = JourneyBase.as(client);
            if (!by.isEmpty()) {
                request.queryParam("by", String.join(",", by));
            }
            filter.forEach(request::queryParam);
            return request;
        }

        /** Whether whatever this one counts the other one counts too. */
        boolean within(Question wider) {
            return ofBlocks() == wider.ofBlocks()
                    && wider.filter.entrySet().stream()
                            .allMatch(e -> filter.containsKey(e.getKey())
                                    && e.getValue().containsAll(filter.get(e.getKey())));
        }
    }

    /** One result, or one block of one, as the model counts it. */
    private record Counted(Map<String, String> codes, String counts, int days) {}

    private static List<Counted> counted(InventedHistory history, boolean blocks) {
        List<Counted> all = new ArrayList<>();
        for (Held s : history.sessions) {
            for (Sat c : s.annulled ? List.<Sat>of() : s.candidates) {
                Map<String, String> codes = new TreeMap<>(Map.of(
                        "certification", s.certification,
                        "year", String.valueOf(s.endsOn.getYear()),
                        "month", s.endsOn.toString().substring(0, 7),
                        "route", c.route,
                        "region", s.region,
                        "centre", s.centre,
                        "sessionType", s.type()));
                Set<String> kept = new HashSet<>(c.obtained);
                kept.removeAll(c.blocksLost);
                if (!blocks) {
                    String outcome = !c.present()
                            ? c.outcome
                            : s.block == null && c.outcome.equals("AWARDED") && !c.titleLost
                                    ? "AWARDED"
                                    : kept.isEmpty() ? "FAILURE" : s.block == null ? "PARTIAL_SUCCESS" : "AWARDED";
                    all.add(new Counted(codes, measure(outcome), outcome.equals("AWARDED") ? c.days : -1));
                    continue;
                }
                for (String block : InventedHistory.examined(s)) {
                    Map<String, String> more = new TreeMap<>(codes);
                    more.put("block", block);
                    boolean held = kept.contains(block);
                    all.add(new Counted(
                            more, c.present() ? held ? "admitted" : "failed" : measure(c.outcome), held ? c.days : -1));
                }
            }
        }
        return all;
    }

    private static String measure(String outcome) {
        return switch (outcome) {
            case "AWARDED" -> "admitted";
            case "PARTIAL_SUCCESS" -> "partial";
            case "FAILURE" -> "failed";
            case "ABSENT" -> "absent";
            case "EXCLUDED" -> "excluded";
            default -> throw new IllegalArgumentException(outcome);
        };
    }

    private static List<Counted> narrowed(List<Counted> all, Question question) {
        return all.stream()
                .filter(c -> question.filter().entrySet().stream()
                        .allMatch(f -> f.getValue().contains(c.codes().get(dimension(f.getKey())))))
                .toList();
    }

    private static String dimension(String filter) {
        return switch (filter) {
            case "certificationNumber" -> "certification";
            case "blockCode" -> "block";
            case "centreSiret" -> "centre";
            default -> filter;
        };
    }

    /** The figures of some results, worked out the long way. */
    private static Map<String, @Nullable Object> expected(List<Counted> some) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        Map<String, Integer> n = new TreeMap<>();
        some.forEach(c -> n.merge(c.counts(), 1, Integer::sum));
        int admitted = n.getOrDefault("admitted", 0);
        int presented =
                admitted + n.getOrDefault("partial", 0) + n.getOrDefault("failed", 0) + n.getOrDefault("excluded", 0);
        figures.put("enrolled", some.size());
        figures.put("presented", presented);
        for (String measure : COUNTS.subList(2, 7)) {
            figures.put(measure, n.getOrDefault(measure, 0));
        }
        figures.put("successRate", presented == 0 ? null : (int) Math.floor(admitted * 100.0 / presented + 0.5));
        List<Integer> days =
                some.stream().map(Counted::days).filter(d -> d >= 0).sorted().toList();
        figures.put(
                "daysToAward",
                days.isEmpty()
                        ? null
                        : Map.of(
                                "median", days.get((int) Math.ceil(days.size() * 0.5) - 1),
                                "p90", days.get((int) Math.ceil(days.size() * 0.9) - 1)));
        figures.put("suppressed", false);
        return figures;
    }

    private static String key(List<String> by, Map<String, ?> item) {
        return by.stream()
                .map(d -> String.valueOf(item.get(
                        switch (d) {
                            case "certification" -> "certificationNumber";
                            case "block" -> "blockCode";
                            case "centre" -> "centreSiret";
                            default -> d;
                        })))
                .collect(Collectors.joining("/"));
    }

    private static Response asked(Question question, String client) {
        Response answer = question.as(client).get("/v1/statistics");
        assertThat(answer.statusCode())
                .as(() -> question + " " + answer.asString())
                .isEqualTo(200);
        return answer;
    }

    private static Map<String, Map<String, Object>> items(Question question, Response answer) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        List<Map<String, Object>> listed = answer.jsonPath().getList("items");
        for (Map<String, Object> item : listed) {
            @SuppressWarnings("unchecked")
            Map<String, Object> figures = (Map<String, Object>) item.get("figures");
            assertThat(items.put(key(question.by(), item), figures)).isNull();
        }
        return items;
    }

    private Question question(InventedHistory history, Random random) {
        List<String> by = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String dimension = DIMENSIONS.get(random.nextInt(DIMENSIONS.size()));
            if (!by.contains(dimension)) {
                by.add(dimension);
            }
        }
        Map<String, List<String>> filter = new TreeMap<>();
        filter.put("certificationNumber", some(List.of(history.certifications), random));
        if (random.nextInt(4) == 0) {
            filter.put(
                    "blockCode",
                    some(
                            Arrays.stream(history.certifications)
                                    .flatMap(c -> List.of(c + "BC01", c + "BC02", c + "BC03").stream())
                                    .toList(),
                            random));
        }
        maybe(filter, "year", List.of("2031", "2032"), random);
        maybe(filter, "route", InventedHistory.ROUTES, random);
        maybe(filter, "region", InventedHistory.PLACES.stream().map(p -> p[1]).toList(), random);
        maybe(filter, "centreSiret", InventedHistory.CENTRES, random);
        maybe(filter, "sessionType", List.of("TITLE", "CCP"), random);
        return new Question(by, filter);
    }

    private static void maybe(Map<String, List<String>> filter, String name, List<String> values, Random random) {
        if (random.nextInt(3) == 0) {
            filter.put(name, some(values, random));
        }
    }

    private static List<String> some(List<String> values, Random random) {
        List<String> chosen = values.stream().filter(v -> random.nextBoolean()).toList();
        return chosen.isEmpty() ? List.of(values.get(random.nextInt(values.size()))) : chosen;
    }

    private InventedHistory history(long seed, int steps) throws SQLException {
        InventedHistory history = new InventedHistory(database, seed);
        for (int i = 0; i < steps; i++) {
            history.step();
            if (i % 10 == 9) {
                awaitCounted();
            }
        }
        awaitCounted();
        return history;
    }

    private void awaitCounted() {
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> rows("select count(*) from statistics_due where session_id is not null"),
                        equalTo(List.of("0")));
    }

    // Tests
    // ------------------------------------------------------------------------------------------------------------

    /** R126, R129: what the endpoint says is what a second computation over the same history comes to. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalsASecondComputation(long seed) throws SQLException {
        InventedHistory history = history(seed, 60);
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            Question question = question(history, random);
            List<Counted> of = narrowed(counted(history, question.ofBlocks()), question);
            Response answer = asked(question, "demo-certifier");
            assertThat(answer.jsonPath().<Map<String, Object>>get("total"))
                    .as(question::toString)
                    .containsExactlyEntriesOf(expected(of));
            Map<String, Map<String, @Nullable Object>> items = new TreeMap<>();
            if (!question.by().isEmpty()) {
                of.stream()
                        .collect(Collectors.groupingBy(c -> question.by().stream()
                                .map(d -> c.codes().get(d))
                                .collect(Collectors.joining("/"))))
                        .forEach((key, group) -> items.put(key, expected(group)));
            }
            assertThat(items(question, answer)).as(question::toString).isEqualTo(items);
        }
        competencesEqualASecondComputation(history);
    }

    private static void competencesEqualASecondComputation(InventedHistory history) {
        for (String region : List.of("53", "84")) {
            Map<String, int[]> expected = new TreeMap<>();
            for (Held s : history.sessions) {
                if (s.annulled || !s.region.equals(region)) {
                    continue;
                }
                for (Sat c : s.candidates) {
                    if (c.present()) {
                        InventedHistory.examined(s).stream()
                                .flatMap(b -> InventedHistory.competencesOf(b).stream())
                                .forEach(code -> {
                                    int[] n = expected.computeIfAbsent(code, x -> new int[2]);
                                    n[0]++;
                                    n[1] += c.competences.contains(code) ? 1 : 0;
                                });
                    }
                }
            }
            List<Map<String, Object>> items = as("demo-authority")
                    .queryParam("certificationNumber", List.of(history.certifications))
                    .queryParam("region", region)
                    .get("/v1/statistics/competences")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            Map<String, int[]> found = new TreeMap<>();
            double worst = 0;
            for (Map<String, Object> item : items) {
                int[] n = {number(item, "assessed"), number(item, "acquired")};
                found.put((String) item.get("code"), n);
                assertThat((double) n[1] / n[0]).isGreaterThanOrEqualTo(worst);
                worst = (double) n[1] / n[0];
            }
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            found.forEach((code, n) -> assertThat(n).as(code).isEqualTo(expected.get(code)));
        }
    }

    /**
     * R130: an analyst asks for many tables and subtracts whatever lies within something else. Nothing that comes of it is a number
     * from 1 to 4.
     */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void givesNothingSmallAwayWhateverIsSubtracted(long seed) throws SQLException {
        InventedHistory history = history(seed, 60);
        Random random = new Random(seed);
        Map<Question, Map<String, Object>> totals = new LinkedHashMap<>();
        for (int i = 0; i < 90; i++) {
            Question question = question(history, random);
            Response answer = asked(question, "demo-analyst");
            assertThat(answer.jsonPath().getBoolean("masked")).isTrue();
            Map<String, Object> total = answer.jsonPath().get("total");
            requireMultiples(question, total);
            totals.put(question, total);
            Map<String, Map<String, Object>> items = items(question, answer);
            for (Map<String, Object> figures : items.values()) {
                requireMultiples(question, figures);
                assertThat(suppressed(figures)).isFalse();
            }
            for (String count : COUNTS) {
                if (!question.by().isEmpty()) {
                    // What is left out cannot be had by subtraction: the others add up to the total without it.
                    assertThat(items.values().stream()
                                    .mapToInt(f -> shown(f, count))
                                    .sum())
                            .as(() -> question + " " + count)
                            .isEqualTo(shown(total, count));
                }
            }
        }
        assertThat(totals.values()).anyMatch(t -> suppressed(t));
        int subtracted = 0;
        for (Map.Entry<Question, Map<String, Object>> wide : totals.entrySet()) {
            for (Map.Entry<Question, Map<String, Object>> narrow : totals.entrySet()) {
                if (narrow.getKey().within(wide.getKey())) {
                    for (String count : COUNTS) {
                        int difference = shown(wide.getValue(), count) - shown(narrow.getValue(), count);
                        assertThat(difference).isNotNegative();
                        assertThat(difference % MINIMUM).isZero();
                        subtracted++;
                    }
                }
            }
        }
        assertThat(subtracted).isGreaterThan(500);
        competencesAreMaskedToo(history);
        roundsAlongEachSheet(history);
    }

    private static void requireMultiples(Question question, Map<String, Object> figures) {
        if (suppressed(figures)) {
            figures.forEach((name, value) -> {
                if (!name.equals("suppressed")) {
                    assertThat(value).as(() -> question + " " + name).isNull();
                }
            });
            return;
        }
        COUNTS.forEach(c -> assertThat(number(figures, c) % MINIMUM)
                .as(() -> question + " " + c)
                .isZero());
        int presented = number(figures, "presented");
        assertThat(figures.get("successRate"))
                .isEqualTo(
                        presented == 0
                                ? null
                                : (int) Math.floor(number(figures, "admitted") * 100.0 / presented + 0.5));
        if (number(figures, "admitted") == 0) {
            assertThat(figures.get("daysToAward")).isNull();
        }
    }

    private static int shown(Map<String, Object> figures, String count) {
        return figures.get(count) == null ? 0 : number(figures, count);
    }

    private static int number(Map<String, Object> from, String name) {
        return (int) Objects.requireNonNull(from.get(name));
    }

    private static boolean suppressed(Map<String, Object> figures) {
        return Boolean.TRUE.equals(figures.get("suppressed"));
    }

    private static void competencesAreMaskedToo(InventedHistory history) {
        List<Map<String, Object>> items = as("demo-analyst")
                .queryParam("certificationNumber", List.of(history.certifications))
                .get("/v1/statistics/competences")
                .then()
                .statusCode(200)
                .body("masked", equalTo(true))
                .extract()
                .path("items");
        assertThat(items).isNotEmpty();
        for (Map<String, Object> item : items) {
            assertThat(number(item, "assessed") % MINIMUM).isZero();
            assertThat(number(item, "acquired") % MINIMUM).isZero();
        }
    }

    /** What is shown is what the documented rounding gives, and so within one multiple of the truth along a sheet. */
    private void roundsAlongEachSheet(InventedHistory history) throws SQLException {
        String certifications = "('" + String.join("','", history.certifications) + "')";
        run("update statistics_sheet set changed = 5 where certification_number in " + certifications);
        run("insert into statistics_due (what, session_id) values ('FIGURES', '" + UUID.randomUUID() + "')");
        awaitCounted();
        for (String measure : COUNTS.subList(2, 7)) {
            Map<String, int[]> running = new TreeMap<>();
            for (String row : rows("""
                    select certification_number || '/' || year || '/' || block_code, %1$s, shown_%1$s,
                           rounding_start(certification_number, year, '%1$s', 5)
                    from statistics_session where certification_number in %2$s
                    order by certification_number, year, block_code, region, centre_siret, month, session_type, session_id, route, days
                    """.formatted(measure, certifications))) {
                String[] cells = row.split("\\|", -1);
                int start = Integer.parseInt(cells[3]);
                int[] sum = running.computeIfAbsent(cells[0], x -> new int[2]);
                int before = (sum[0] + start) / MINIMUM;
                sum[0] += Integer.parseInt(cells[1]);
                assertThat(Integer.parseInt(cells[2]))
                        .as(row)
                        .isEqualTo(MINIMUM * ((sum[0] + start) / MINIMUM - before));
                sum[1] += Integer.parseInt(cells[2]);
                assertThat(Math.abs(sum[1] - sum[0])).isLessThan(MINIMUM);
            }
            assertThat(running).isNotEmpty();
        }
    }

    /**
     * An attacker who knows how it is done and sees all that is shown of some cells that follow each other tries every truth: for each
     * cell that may be small, several fit.
     */
    @Test
    void severalTruthsFitWhatIsShown() {
        int most = 9;
        Map<List<Integer>, List<int[]>> truths = new LinkedHashMap<>();
        for (int world = 0; world < Math.pow(most + 1, 3); world++) {
            int[] truth = {world % (most + 1), world / (most + 1) % (most + 1), world / (most + 1) / (most + 1)};
            for (int start = 0; start < MINIMUM; start++) {
                List<Integer> shown = new ArrayList<>();
                int sum = start;
                for (int n : truth) {
                    shown.add(MINIMUM * ((sum + n) / MINIMUM - sum / MINIMUM));
                    sum += n;
                }
                truths.computeIfAbsent(shown, x -> new ArrayList<>()).add(truth);
            }
        }
        truths.forEach((shown, fitting) -> {
            for (int cell = 0; cell < 3; cell++) {
                int at = cell;
                Set<Integer> possible = fitting.stream().map(t -> t[at]).collect(Collectors.toSet());
                if (possible.stream().anyMatch(n -> n > 0 && n < MINIMUM)) {
                    assertThat(possible).as(shown + " cell " + cell).hasSizeGreaterThanOrEqualTo(MINIMUM);
                }
            }
        });
    }

    @Test
    void aCountFromTheStartComesToTheSame() throws SQLException {
        history(21, 50);
        List<String> running = tables(true);
        rebuild();
        assertThat(tables(true)).isEqualTo(running);
        List<String> exact = tables(false);
        run(
                "truncate statistics_session, statistics_cube, statistics_competence, statistics_competence_cube, statistics_sheet");
        assertThat(tables(false)).isEmpty();
        rebuild();
        assertThat(tables(false)).isEqualTo(exact);
    }

    /** What V14 makes of levels with a row for each day, here unfolded from those that are counted now, which it never wrote. */
    @Test
    void levelsWithARowForEachDayBecomeThoseThatAreCountedNow() throws SQLException {
        history(22, 40);
        run("drop schema if exists before_v14 cascade");
        migrate("13");
        run("insert into before_v14.statistics_session select * from statistics_session");
        String place = "level, certification_number, block_code, year, month, route, region, session_type";
        run("""
                insert into before_v14.statistics_cube (%1$s, days, admitted, partial, failed, absent, excluded,
                        shown_admitted, shown_partial, shown_failed, shown_absent, shown_excluded)
                select %1$s, day, many, 0, 0, 0, 0, shown, 0, 0, 0, 0
                from statistics_cube cross join lateral (
                    select day, sum(many)::integer as many, sum(shown)::integer as shown
                    from (select days[i][1] as day, days[i][2] as many, 0 as shown from generate_subscripts(days, 1) as i
                          union all
                          select shown_days[i][1], 0, shown_days[i][2] from generate_subscripts(shown_days, 1) as i) as pair
                    group by day) as unfolded
                where level < 64
                union all
                select %1$s, -1, admitted - (select coalesce(sum(days[i][2]), 0) from generate_subscripts(days, 1) as i),
                       partial, failed, absent, excluded,
                       shown_admitted - (select coalesce(sum(shown_days[i][2]), 0) from generate_subscripts(shown_days, 1) as i),
                       shown_partial, shown_failed, shown_absent, shown_excluded
                from statistics_cube where level < 64
                """.formatted(place));
        migrate("14");
        String cube = "select " + place + ", centre_siret, admitted, partial, failed, absent, excluded, shown_admitted,"
                + " shown_partial, shown_failed, shown_absent, shown_excluded, days, shown_days from %s"
                + " where admitted + partial + failed + absent + excluded > 0 order by 1, 2, 3, 4, 5, 6, 7, 8, 9";
        List<String> now = rows(cube.formatted("statistics_cube"));
        assertThat(now).hasSizeGreaterThan(500).anyMatch(row -> row.startsWith("90|"));
        assertThat(rows(cube.formatted("before_v14.statistics_cube"))).isEqualTo(now);
        run("drop schema before_v14 cascade");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas("before_v14")
                .target(target)
                .load()
                .migrate();
    }

    private void rebuild() {
        as("demo-authority").post("/v1/statistics/rebuilds").then().statusCode(403);
        String id = as("demo-operator")
                .post("/v1/statistics/rebuilds")
                .then()
                .statusCode(202)
                .header("Location", containsString("/v1/statistics/rebuilds/"))
                .extract()
                .path("id");
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> as("demo-certifier")
                .get("/v1/statistics/rebuilds/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE")));
        Response done = as("demo-certifier").get("/v1/statistics/rebuilds/" + id);
        assertThat(done.jsonPath().getLong("progress.done")).isPositive();
        assertThat(done.jsonPath().getLong("progress.done"))
                .isEqualTo(done.jsonPath().getLong("progress.total"));
        assertThat(Duration.parse(done.jsonPath().getString("duration"))).isPositive();
    }

    /** Every row of the tables that figures are read from. */
    private List<String> tables(boolean withShown) throws SQLException {
        String figures = "admitted, partial, failed, absent, excluded";
        String competences = "acquired, missed";
        String some = withShown ? ", shown_admitted, shown_partial, shown_failed, shown_absent, shown_excluded" : "";
        String more = withShown ? ", shown_acquired, shown_missed" : "";
        List<String> all = new ArrayList<>();
        all.addAll(rows(
                "select session_id, block_code, route, days, certification_number, year, month, session_type, region,"
                        + " centre_siret, " + figures + some
                        + " from statistics_session where admitted + partial + failed + absent"
                        + " + excluded > 0 order by 1, 2, 3, 4"));
        all.addAll(rows(
                "select level, certification_number, block_code, year, month, route, region, centre_siret, session_type, days, "
                        + figures + some + (withShown ? ", shown_days" : "")
                        + " from statistics_cube where admitted + partial + failed + absent + excluded > 0"
                        + " order by 1, 2, 3, 4, 5, 6, 7, 8, 9"));
        all.addAll(rows("select session_id, block_code, competence_code, route, year, region, centre_siret, "
                + competences + more + " from statistics_competence where acquired + missed > 0 order by 1, 2, 3, 4"));
        all.addAll(rows("select level, certification_number, competence_code, year, route, region, session_type, "
                + competences + more
                + " from statistics_competence_cube where acquired + missed > 0 order by 1, 2, 3, 4, 5, 6, 7"));
        return all;
    }

    /** The whole way through the API: nothing before the validation, then every later decision. */
    @Test
    void followsARecordFromItsValidationToTheAnnulmentOfItsSession() throws Exception {
        Candidate admitted = candidate("FICTIF-ADMIS");
        Candidate partial = candidate("FICTIF-PARTIEL");
        Candidate absent = candidate("FICTIF-ABSENT");
        ToldSession session = new ToldSession("TITLE", null, false, jurors)
                .with("startsOn", "2019-03-04")
                .with("endsOn", "2019-03-05")
                .with("sitePostalCode", "20200")
                .with("siteInseeCode", "2B033")
                .declare()
                .enrol(admitted)
                .enrol(partial)
                .enrol(absent)
                .appointJury()
                .open();
        session.attend(admitted, "PRESENT").attend(partial, "PRESENT").attend(absent, "ABSENT");
        session.presentFirstAid(admitted).close();
        await().untilAsserted(() -> as("demo-centre")
                .queryParam("sessionId", session.id)
                .get("/v1/assessments")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3))
                .body("items.attendance", not(hasItem(nullValue()))));
        awaitClosed(session);
        foundAble(admitted, "MSP", "ET", "QP", "EF");
        foundAble(partial, "MSP", "ET", "QP", "EF");
        String record = submitted(session);

        as("demo-authority")
                .queryParam("state", "SUBMITTED")
                .queryParam("limit", 500)
                .get("/v1/records")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + record + "' }.candidates", equalTo(3))
                .body("items.find { it.id == '" + record + "' }.sessionEndsOn", equalTo("2019-03-05"))
                .body("items.find { it.id == '" + record + "' }.submittedAt", not(nullValue()));
        as("demo-centre-2").get("/v1/records").then().statusCode(200).body("items.id", not(hasItem(record)));
        as("demo-analyst").get("/v1/records").then().statusCode(403);
        year2019("demo-authority", 0, 0, 0, 0);

        CompletableFuture<String> moved = moved("figures");
        as("demo-authority")
                .post("/v1/records/" + record + "/validation")
                .then()
                .statusCode(200);
        assertThat(moved.get(20, TimeUnit.SECONDS)).contains("countedUntil");
        year2019("demo-authority", 3, 1, 1, 0);
        year2019("demo-centre", 3, 1, 1, 0);
        year2019("demo-centre-2", 0, 0, 0, 0);
        as("demo-authority")
                .queryParam("by", "year,region")
                .queryParam("year", 2019)
                .get("/v1/statistics")
                .then()
                .body("items.label", contains("2019 · Corse"))
                .body("items.year", contains(2019))
                .body("items.region", contains("94"));
        assertThat(as("demo-authority")
                        .accept("text/csv")
                        .queryParam("by", "month,route")
                        .queryParam("year", 2019)
                        .get("/v1/statistics")
                        .asString())
                .startsWith("month;route;label;enrolled;presented;admitted;partial;failed;absent;excluded;successRate;")
                .contains("\n2019-03;CONTINUING;mars 2019 · Formation continue;3;2;1;1;0;1;0;50;");
        as("demo-centre")
                .queryParam("year", 2019)
                .get("/v1/statistics/competences")
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo(Rncp37722.FIRST_AID))
                .body("items[0].assessed", equalTo(2))
                .body("items[0].acquired", equalTo(1))
                .body("items[0].successRate", equalTo(50))
                .body("items[0].label", equalTo("Compétence " + Rncp37722.FIRST_AID));
        as("demo-analyst")
                .queryParam("year", 2019)
                .get("/v1/statistics")
                .then()
                .body("total.suppressed", equalTo(true))
                .body("total.enrolled", nullValue());

        // A rectifying record counts from its own validation on.
        session.presentFirstAid(partial);
        String second = as("demo-authority")
                .body(Map.of("reason", "Certificat fictif présenté et non relevé"))
                .post("/v1/records/" + record + "/rectification")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().untilAsserted(() -> asJuror(1)
                .get("/v1/records/" + second)
                .then()
                .body(of(partial) + "proposed.titleAwarded", equalTo(true)));
        sign(second);
        as("demo-centre").post("/v1/records/" + second + "/submission").then().statusCode(200);
        year2019("demo-authority", 3, 1, 1, 0);
        as("demo-authority")
                .post("/v1/records/" + second + "/validation")
                .then()
                .statusCode(200);
        year2019("demo-authority", 3, 2, 0, 0);
        as("demo-authority")
                .post("/v1/records/" + second + "/notification")
                .then()
                .statusCode(200);

        // A title withdrawn by decision leaves its blocks: a partial success.
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive"))
                .post("/v1/awards/" + titleOf(partial) + "/withdrawal")
                .then()
                .statusCode(200);
        year2019("demo-authority", 3, 1, 1, 0);

        session.annul();
        year2019("demo-authority", 0, 0, 0, 0);
    }

    private static void year2019(String client, int enrolled, int admitted, int partial, int failed) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as(client)
                .queryParam("year", 2019)
                .queryParam("certificationNumber", Rncp37722.NUMBER)
                .get("/v1/statistics")
                .then()
                .statusCode(200)
                .body("masked", equalTo(false))
                .body("total.enrolled", equalTo(enrolled))
                .body("total.admitted", equalTo(admitted))
                .body("total.partial", equalTo(partial))
                .body("total.failed", equalTo(failed)));
    }

    /** Completes with the data of the next event that names this. */
    private static CompletableFuture<String> moved(String what) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/statistics/events"))
                        .header("Authorization", "Bearer " + Tokens.of("demo-analyst"))
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(
                () -> {
                    try (BufferedReader lines =
                            new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                        String event = "";
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            event = line.startsWith("event:") ? line : event;
                            if (line.startsWith("data:") && event.contains("moved") && line.contains(what)) {
                                return line;
                            }
                        }
                        return "";
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    /** The lines and the total are of one moment, whatever is counted between them. */
    @Test
    void linesAddUpToTheirTotalWhileResultsAreCounted() throws Exception {
        history(21, 20);
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                Connection connection = database.getConnection();
                Statement counts = connection.createStatement()) {
            connection.setAutoCommit(false);
            counts.execute("lock table statistics_moved in access exclusive mode");
            Future<Response> answer =
                    other.submit(() -> asked(new Question(List.of("year"), Map.of()), "demo-certifier"));
            // The lines are read, the total is not.
            await().until(
                            () -> rows("select count(*) from pg_locks w join pg_stat_activity a using (pid)"
                                    + " where not w.granted and a.query like '%from statistics_moved%'"),
                            equalTo(List.of("1")));
            counts.execute("update statistics_cube set admitted = 2 * admitted");
            connection.commit();
            Map<String, Object> total = answer.get().path("total");
            List<Integer> admitted = answer.get().path("items.figures.admitted");
            assertThat(admitted.stream().mapToInt(n -> n).sum()).isPositive().isEqualTo(number(total, "admitted"));
        } finally {
            run("update statistics_cube set admitted = admitted / 2");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        as("demo-certifier")
                .queryParam("by", "colour")
                .get("/v1/statistics")
                .then()
                .statusCode(400);
        as("demo-certifier")
                .queryParam("by", "year,route,region")
                .get("/v1/statistics")
                .then()
                .statusCode(400);
        as("demo-certifier")
                .queryParam("by", "year,year")
                .get("/v1/statistics")
                .then()
                .statusCode(400);
        as("demo-certifier")
                .queryParam("departement", "35")
                .get("/v1/statistics")
                .then()
                .statusCode(400);
        as("demo-certifier")
                .queryParam("year", "soon")
                .get("/v1/statistics")
                .then()
                .statusCode(400);
        as("demo-certifier")
                .accept("application/xml")
                .get("/v1/statistics")
                .then()
                .statusCode(406);
        as("demo-platform").get("/v1/statistics").then().statusCode(403);
        as("demo-juror-1").get("/v1/statistics/events").then().statusCode(403);
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int i = 2; i <= columns; i++) {
                    row.append('|').append(rows.getString(i));
                }
                found.add(row.toString());
            }
            return found;
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
