package fr.parchemin.localstack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code parchemin bench statistics}: figures over many invented results, as the dashboard asks for them, and the count of all of
 * them from the start. The results are put into the tables by SQL, under certifications that no register has, and taken out again.
 */
@Command(
        name = "statistics",
        description = {
            "Counts many invented results from the start, asks for figures as the dashboard does, and tells how long",
            "each answer takes. Leaves nothing behind."
        },
        mixinStandardHelpOptions = true)
public final class StatisticsBench implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(60));
    private static final int PER_SESSION = 25;
    private static final int WARM_UP = 1;
    /** Of any answer, at p99. */
    private static final Duration AIM = Duration.ofMillis(200);

    private static final String OWNER = "results";
    private static final String CERTIFICATION = "RNCP998010";

    /** What the dashboard asks for, by what it shows; nothing of it is narrower than a screen is. */
    private static final Map<String, String> QUESTIONS = questions();

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("total", "");
        questions.put("by year", "?by=year");
        questions.put("by year and route", "?by=year,route");
        questions.put("by month", "?by=month");
        questions.put("by month and route, one year", "?by=month,route&year=2025");
        questions.put("by certification", "?by=certification");
        questions.put("by certification, one year, one region", "?by=certification&year=2025&region=53");
        questions.put("by certification and year", "?by=certification,year");
        questions.put("by region", "?by=region");
        questions.put("by region and route, three years", "?by=region,route&year=2023&year=2024&year=2025");
        questions.put(
                "by region, two routes, sessions CCP", "?by=region&route=EXPERIENCE&route=INITIAL&sessionType=CCP");
        questions.put("by month and region, one route", "?by=month,region&route=CONTINUING");
        questions.put("by block, one certification", "?by=block&certificationNumber=" + CERTIFICATION);
        questions.put("by block and year, one certification", "?by=block,year&certificationNumber=" + CERTIFICATION);
        questions.put("by block", "?by=block");
        questions.put("by block, one region, one route", "?by=block&region=53&route=CONTINUING");
        questions.put("by centre, one region", "?by=centre&region=53");
        questions.put("by centre, one certification", "?by=centre&certificationNumber=" + CERTIFICATION);
        questions.put("by centre", "?by=centre");
        questions.put("by centre, one year", "?by=centre&year=2025");
        questions.put("by centre, one route", "?by=centre&route=CONTINUING");
        questions.put(
                "by centre, two years, two routes", "?by=centre&year=2024&year=2025&route=CONTINUING&route=EXPERIENCE");
        questions.put("by month, one centre", "?by=month&centreSiret=BENCH000000007");
        questions.put("competences, one certification", "/competences?certificationNumber=" + CERTIFICATION);
        questions.put("competences, one year", "/competences?year=2025");
        questions.put("competences, one region, one route", "/competences?region=53&route=CONTINUING");
        questions.put("competences", "/competences");
        return questions;
    }

    private static final List<String> INSERTS = List.of("""
            create temp table invented_session as
            select n, :1(n) as id, :2(n) as record_id,
                   'RNCP998' || lpad(floor(250 * power((abs(hashint4(n)) % 100000) / 1e5, 1.5))::text, 3, '0') as number,
                   case when n % 7 = 0 then 'CCP' else 'TITLE' end as type, n % 3 + 1 as block,
                   (abs(hashint4(n + 1000000)) % 2000) as centre, date '2022-01-01' + abs(hashint4(n + 2000000)) % 1826 as ends_on,
                   8 + abs(hashint4(n + 3000000)) % 40 as days
            from generate_series(1, :sessions) n
            """, """
            create temp table invented_result as
            select s.n, s.id as session_id, s.record_id, s.number, s.type, s.block, s.ends_on + s.days as awarded_on, s.centre, i,
                   :3(s.n * 25 + i) as enrolment_id,
                   :4(s.n * 25 + i) as candidate_id,
                   case when abs(hashint4(s.n * 25 + i)) % 100 < 60 then 'CONTINUING' when abs(hashint4(s.n * 25 + i)) % 100 < 80 then 'APPRENTICESHIP'
                        when abs(hashint4(s.n * 25 + i)) % 100 < 87 then 'PROFESSIONALISATION' when abs(hashint4(s.n * 25 + i)) % 100 < 92 then 'EXPERIENCE'
                        when abs(hashint4(s.n * 25 + i)) % 100 < 97 then 'INITIAL' else 'INDIVIDUAL' end as route,
                   case when o < 70 then 'AWARDED' when o < 83 then case s.type when 'TITLE' then 'PARTIAL_SUCCESS' else 'FAILURE' end
                        when o < 93 then 'FAILURE' when o < 99 then 'ABSENT' else 'EXCLUDED' end as outcome
            from invented_session s cross join generate_series(1, 25) i
                 cross join lateral (select abs(hashint4(s.n * 25 + i + 50000000)) % 100 as o) as draw
            """, """
            insert into certification_version (number, plan_version, title, blocks, plan)
            select number, 1, 'Titre inventé ' || number,
                   (select jsonb_agg(jsonb_build_object('code', number || 'BC0' || b, 'label', 'Bloc inventé ' || b, 'competences',
                           (select jsonb_agg(jsonb_build_object('code', number || 'BC0' || b || '-C' || c, 'label', 'Compétence inventée ' || c)) from generate_series(1, 4) c)))
                    from generate_series(1, 3) b),
                   '{"targets": [], "documentChecks": [], "complements": []}'
            from (select distinct number from invented_session) as numbers
            """, """
            insert into exam_session (id, type, certification_number, block_code, plan_version, centre_siret, centre_name, site_name, site_city, time_zone,
                                      starts_on, ends_on, manager, with_final_interview, remote, site_postal_code)
            select id, type, number, case type when 'CCP' then number || 'BC0' || block end, 1, 'BENCH' || lpad(centre::text, 9, '0'), 'Centre inventé ' || centre,
                   'Plateau inventé', 'Ville inventée', 'Europe/Paris', ends_on, ends_on, 'Inventé', false, false,
                   (array['75','28','21','14','59','67','44','35','33','31','69','13','20','971','972','973','974','976'])[centre % 18 + 1] || '000'
            from invented_session
            """, """
            insert into enrolment (id, session_id, candidate_id, route, attendance) select enrolment_id, session_id, candidate_id, route, 'PRESENT' from invented_result
            """, """
            insert into session_record (id, session_id, version, state, drafted_at, content, order_number, validated_at)
            select s.record_id, s.id, 1, 'VALIDATED', now(), c.content, 'BENCH-' || s.n, now()
            from invented_session s join (
                select n, jsonb_build_object('candidates', jsonb_agg(jsonb_build_object('enrolmentId', enrolment_id, 'validatedCompetences',
                         coalesce((select jsonb_agg(number || 'BC0' || b || '-C' || c) from generate_series(1, 3) b cross join generate_series(1, 4) c
                                   where (type = 'TITLE' or b = block) and case outcome when 'AWARDED' then true when 'PARTIAL_SUCCESS' then b < 3 or c < 3 when 'FAILURE' then c < 3 else false end), '[]'))))::text as content
                from invented_result group by n) c on c.n = s.n
            """, """
            insert into published_result (enrolment_id, record_id, session_id, candidate_id, certification_number, block_code, outcome, blocks, title_awarded, centre_siret)
            select enrolment_id, record_id, session_id, candidate_id, number, case type when 'CCP' then number || 'BC0' || block end, outcome,
                   (select jsonb_agg(jsonb_build_object('code', number || 'BC0' || b, 'reasons', '[]'::jsonb, 'result',
                           case when outcome in ('ABSENT', 'EXCLUDED') then 'NOT_PRESENTED' when outcome = 'AWARDED' or outcome = 'PARTIAL_SUCCESS' and b < 3 then 'OBTAINED' else 'NOT_OBTAINED' end))
                    from generate_series(1, 3) b where type = 'TITLE' or b = block),
                   type = 'TITLE' and outcome = 'AWARDED', 'BENCH' || lpad(centre::text, 9, '0')
            from invented_result
            """, """
            insert into acquisition (id, candidate_id, identity_version, certification_number, plan_version, title, kind, code, label, obtained_by, rests_on, route,
                                     session_id, record_id, enrolment_id, centre_siret, obtained_on)
            select :5(n * 200 + i * 4 + b), candidate_id, 1, number, 1, 'Titre inventé', case b when 0 then 'TITLE' else 'BLOCK' end, case when b > 0 then number || 'BC0' || b end, 'Inventé',
                   case b when 0 then 'TITLE_SESSION' end, '[]', route, session_id, record_id, enrolment_id, 'BENCH' || lpad(centre::text, 9, '0'), awarded_on
            from invented_result cross join generate_series(0, 3) b
            where case when type = 'CCP' then outcome = 'AWARDED' and b = block
                       else outcome = 'AWARDED' or outcome = 'PARTIAL_SUCCESS' and b in (1, 2) end
            """, """
            analyze exam_session, enrolment, session_record, published_result, acquisition, certification_version
            """);

    private static final List<String> DELETES = List.of(
            // Facts are never deleted but by a purge, and these are none.
            "set parchemin.purge = 'on'",
            "drop table if exists invented_session, invented_result",
            "delete from acquisition where certification_number like 'RNCP998___'",
            "delete from published_result where certification_number like 'RNCP998___'",
            "delete from session_record where session_id in (select id from exam_session where certification_number like 'RNCP998___')",
            "delete from enrolment where session_id in (select id from exam_session where certification_number like 'RNCP998___')",
            "delete from exam_session where certification_number like 'RNCP998___'",
            "delete from certification_version where number like 'RNCP998___'");

    /** Figures of the invented results: the sums over all certifications are put right by a count from the start. */
    private static final List<String> FORGET = List.of(
            "delete from statistics_session where certification_number like 'RNCP998___'",
            "delete from statistics_competence where certification_number like 'RNCP998___'",
            "delete from statistics_sheet where certification_number like 'RNCP998___'");

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--database",
            description = "JDBC address of the database of results (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.postgresql:-jdbc:postgresql://127.0.0.1:15432}/results")
    private String database = "jdbc:postgresql://127.0.0.1:15432/results";

    @Option(names = "--results", description = "How many results (${DEFAULT-VALUE}).", defaultValue = "1000000")
    private int results = 1_000_000;

    @Option(names = "--clients", description = "Connections at once (${DEFAULT-VALUE}).", defaultValue = "2")
    private int clients = 2;

    @Option(
            names = "--seconds",
            description = "How long each question is asked (${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int seconds = 5;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (results < 1 || clients < 1 || seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--results, --clients and --seconds are at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE);
                Connection connection = DriverManager.getConnection(database, OWNER, OWNER)) {
            api.requireGateway();
            try {
                run(connection, DELETES);
                long begun = System.nanoTime();
                run(connection, INSERTS);
                line(out, "%d results written in %s", results, Ratio.seconds(since(begun)));
                line(out, "counted from the start, %s", rebuild(api));
                run(
                        connection,
                        List.of(
                                "analyze statistics_session, statistics_cube, statistics_competence, statistics_competence_cube"));
                line(out, "%d connections, each question for %d s after %d s of warm-up", clients, seconds, WARM_UP);
                return ask(api, out) ? 0 : 1;
            } finally {
                run(connection, DELETES);
                run(connection, FORGET);
                rebuild(api);
            }
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new StackException("The database at %s cannot be used: %s.".formatted(database, e.getMessage()), e);
        } finally {
            out.flush();
        }
    }

    /** Asks each question as the certifier, then as an analyst; returns whether all were answered in time. */
    private boolean ask(Api api, PrintWriter out) throws InterruptedException {
        boolean inTime = true;
        for (String login : List.of("demo-certifier", "demo-analyst")) {
            Duration slowest = Duration.ZERO;
            line(out, "as %s", login);
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                byte[] request = ("GET /v1/statistics" + question.getValue()
                                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer "
                                + api.token(login) + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
                Load load = Load.of(gateway.uri(), List.of(request), clients, WARM_UP, seconds);
                Duration p99 = load.times().percentile(99);
                line(out, "  %-40s %s", question.getKey(), load);
                slowest = p99.compareTo(slowest) > 0 ? p99 : slowest;
                inTime &= load.refused() == 0 && p99.compareTo(AIM) < 0;
            }
            line(out, "  slowest p99 %.0f ms, the aim is under %d ms", slowest.toNanos() / 1e6, AIM.toMillis());
        }
        return inTime;
    }

    private String rebuild(Api api) throws InterruptedException {
        String id = api.post("demo-certifier", "/v1/statistics/rebuilds", api.object())
                .body()
                .path("id")
                .asText();
        JsonNode done = PATIENCE.await("the count from the start", () -> {
            JsonNode rebuild =
                    api.get("demo-certifier", "/v1/statistics/rebuilds/" + id).body();
            return rebuild.path("state").asText().equals("DONE") ? Optional.of(rebuild) : Optional.empty();
        });
        return "%d sessions in %s"
                .formatted(
                        done.path("progress").path("done").asLong(),
                        Ratio.seconds(Duration.parse(done.path("duration").asText())));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(
                        OrderedIds.in(sql).replace(":sessions", String.valueOf(Math.max(1, results / PER_SESSION))));
            }
        }
    }
}
