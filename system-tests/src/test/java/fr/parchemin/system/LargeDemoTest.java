package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.DemoClient;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.large.LargeDemo;
import fr.parchemin.localstack.large.SandboxClocks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Five years in a few minutes, through the API, on clocks that come back. */
@ExtendWith(StackExtension.class)
class LargeDemoTest {

    private static final int CANDIDATES = 60;
    private static final long SEED = 5;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

    private final SystemUnderTest system;

    LargeDemoTest(SystemUnderTest system) {
        this.system = system;
    }

    @AfterEach
    void theRealTime() {
        try (Api api = new Api(system.gateway(), PATIENCE);
                SandboxClocks clocks = new SandboxClocks(system.services(), api)) {
            clocks.close();
        }
    }

    @Test
    void fillsFiveYearsOnceAndLeavesTheClocksRight() throws Exception {
        LargeDemo.Outcome outcome = play();

        String set = "'%(jeu " + SEED + "-" + CANDIDATES + "-%'";
        assertThat(number(
                        "session",
                        "select count(*) from candidate where external_ref like 'DEMO-G" + SEED + "-" + CANDIDATES
                                + "-%'"))
                .isEqualTo(CANDIDATES);
        assertThat(outcome.people()).isEqualTo(CANDIDATES);
        assertThat(outcome.resultsByYear().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isPositive();
        assertThat(resultsByYear()).isEqualTo(outcome.resultsByYear());
        // Everything stands on a day of the past on which it was possible, not on the day of the test.
        assertThat(number(
                        "session",
                        "select count(*) from exam_session where manager like " + set
                                + " and closed_at::date <> starts_on"))
                .isZero();
        try (Api api = new Api(system.gateway(), PATIENCE);
                SandboxClocks clocks = new SandboxClocks(system.services(), api)) {
            assertThat(clocks.moved()).isFalse();
            JsonNode proof = api.get("demo-operator", "/v1/audit/verification").body();
            assertThat(proof.path("intact").asBoolean()).as(proof.toString()).isTrue();
        }
        assertThat(number("results", "select count(*) from audit_entry where action = 'clockMoved'"))
                .isPositive();

        long findings = number("results", "select count(*) from finding");
        long events = number("session", "select count(*) from session_act");
        LargeDemo.Outcome again = play();

        assertThat(again).isEqualTo(outcome);
        assertThat(resultsByYear()).isEqualTo(outcome.resultsByYear());
        assertThat(number("results", "select count(*) from finding")).isEqualTo(findings);
        assertThat(number("session", "select count(*) from session_act")).isEqualTo(events);
    }

    private LargeDemo.Outcome play() throws InterruptedException {
        StringWriter said = new StringWriter();
        return new LargeDemo(
                        system.gateway(),
                        system.services(),
                        SEED,
                        CANDIDATES,
                        4,
                        new PrintWriter(said, true),
                        Clock.systemUTC())
                .play();
    }

    /** Results of the centres of the set as they are in force, by the year of the exam. */
    private Map<Integer, Integer> resultsByYear() throws SQLException {
        Map<Integer, Integer> years = new TreeMap<>();
        try (Connection connection = system.database("results").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select extract(year from s.starts_on)::int, count(*)::int
                        from published_result r
                            join session_record d on d.id = r.record_id and d.state = 'NOTIFIED'
                            join exam_session s on s.id = r.session_id
                        where r.notified_at is not null and r.annulled_on is null and r.centre_siret in (%s) group by 1
                        """.formatted(DemoClient.crowdOfCentres().stream()
                        .map(c -> "'" + c.siret() + "'")
                        .collect(Collectors.joining(", "))))) {
            while (rows.next()) {
                years.put(rows.getInt(1), rows.getInt(2));
            }
        }
        return years;
    }

    private long number(String database, String sql) throws SQLException {
        try (Connection connection = system.database(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
