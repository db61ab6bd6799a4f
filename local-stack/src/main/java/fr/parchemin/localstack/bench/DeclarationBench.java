package fr.parchemin.localstack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code parchemin bench declarations}: many holders into files for the Caisse des Dépôts and back out of their receipts,
 * against the database giving the same rows. The holders are invented, put into the tables by SQL and taken out again.
 */
@Command(
        name = "declarations",
        description = {
            "Declares many invented holders: builds the files, reads them back, takes in the receipts, and",
            "compares with a COPY of the same rows out of the database. Leaves nothing behind."
        },
        mixinStandardHelpOptions = true)
public final class DeclarationBench implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(5));
    /** A number that the register has not reached. */
    private static final String NUMBER = "RNCP999001";

    private static final String LOGIN = "demo-certifier";
    private static final String OWNER = "results";
    private static final int COPIES = 3;
    /** What a passage says, as {@code psql} would get it with {@code \\copy}. */
    private static final String COPY = """
            copy (select d.id, d.awarded_on, d.route, d.by_equivalence, s.starts_on, s.ends_on, coalesce(s.remote, false),
                         s.site_postal_code, e.enrolled_on, p.birth_name, p.usage_name, p.first_names, p.sex, p.born_on,
                         p.birth_place, p.birth_insee_code, p.birth_country_code
                  from declaration d
                      join person_identity p on p.candidate_id = d.candidate_id and p.version = d.identity_version
                      left join exam_session s on s.id = d.session_id
                      left join enrolment e on e.id = d.enrolment_id
                  where d.certification_number = '%s' order by d.awarded_on, d.id) to stdout
            """.formatted(NUMBER);

    private static final List<String> INSERTS = List.of("""
            insert into exam_session (id, type, certification_number, plan_version, centre_siret, centre_name, site_name, site_city,
                                      time_zone, starts_on, ends_on, manager, with_final_interview, remote, site_postal_code)
            select :1(n), 'TITLE', :number, 1, '98222438800016', 'Centre inventé', 'Plateau inventé',
                   'Rennes', 'Europe/Paris', current_date - 40, current_date - 39, 'Inventé', false, false, '35000'
            from generate_series(0, :many / 60) n
            """, """
            insert into person_identity (candidate_id, version, birth_name, first_names, sex, born_on, birth_place,
                                         birth_insee_code, birth_country_code)
            select :2(n), 1, 'INVENTÉ-' || md5(n::text), '["Zoé", "Alex"]', case n % 2 when 0 then 'F' else 'M' end,
                   date '1970-01-01' + n % 12000, 'Rennes', '35238', 'FRA'
            from generate_series(1, :many) n
            """, """
            insert into enrolment (id, session_id, candidate_id, route, identity_version, enrolled_on)
            select :3(n), :1(n / 60), :2(n),
                   'CONTINUING', 1, current_date - 90
            from generate_series(1, :many) n
            """, """
            insert into award (number, kind, candidate_id, identity_version, certification_number, title, label, obtained_by, route,
                               session_id, record_id, enrolment_id, centre_siret, awarded_on, visible, version)
            select 'BENCH-' || n, 'TITLE', :2(n), 1, :number, 'Titre inventé', 'Titre inventé',
                   'TITLE_SESSION', 'CONTINUING', :1(n / 60), :5(0),
                   :3(n), '98222438800016', current_date - 30 + n * 20 / :many, true, 0
            from generate_series(1, :many) n
            """, """
            insert into declaration (id, award_number, certification_number, candidate_id, identity_version, session_id, enrolment_id,
                                     route, by_equivalence, centre_siret, awarded_on, due_on, state, changed_at, version)
            select :4(n), 'BENCH-' || n, :number, :2(n), 1,
                   :1(n / 60), :3(n), 'CONTINUING', false, '98222438800016',
                   current_date - 30 + n * 20 / :many, current_date + 60, 'READY', now(), 0
            from generate_series(1, :many) n
            """);

    private static final List<String> DELETES = List.of(
            "delete from declaration_receipt where flux_id in (select id from declaration_flux where certification_number = :number)",
            "delete from declaration_passage where flux_id in (select id from declaration_flux where certification_number = :number)",
            "delete from declaration_flux_piece where flux_id in (select id from declaration_flux where certification_number = :number)",
            "delete from declaration_flux where certification_number = :number",
            "delete from declaration where certification_number = :number",
            "delete from award where certification_number = :number",
            "delete from enrolment where session_id in (select id from exam_session where certification_number = :number)",
            "delete from exam_session where certification_number = :number",
            "delete from person_identity where candidate_id in (select :2(n) from generate_series(1, :many) n)");

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--database",
            description = "JDBC address of the database of results (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.postgresql:-jdbc:postgresql://127.0.0.1:15432}/results")
    private String database = "jdbc:postgresql://127.0.0.1:15432/results";

    @Option(names = "--holders", description = "How many holders (${DEFAULT-VALUE}).", defaultValue = "200000")
    private int holders = 200_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A file that was built and read back. */
    private record Built(String id, List<String> holders, long bytes, Duration building, Duration reading) {}

    @Override
    public Integer call() throws InterruptedException {
        if (holders < 1) {
            throw new ParameterException(spec.commandLine(), "--holders is at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE);
                Connection connection = DriverManager.getConnection(database, OWNER, OWNER)) {
            api.requireGateway();
            try {
                run(DELETES, connection);
                run(INSERTS, connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("analyze declaration, award, person_identity, enrolment, exam_session");
                }
                measure(api, connection, out);
            } finally {
                run(DELETES, connection);
            }
            return 0;
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new StackException("The database at %s cannot be used: %s.".formatted(database, e.getMessage()), e);
        } catch (IOException | XMLStreamException e) {
            throw new StackException("The declarations cannot be measured: %s.".formatted(e), e);
        } finally {
            out.flush();
        }
    }

    private void measure(Api api, Connection connection, PrintWriter out)
            throws SQLException, IOException, XMLStreamException, InterruptedException {
        Duration copied = copy(connection);
        for (int i = 1; i < COPIES; i++) {
            Duration again = copy(connection);
            copied = again.compareTo(copied) < 0 ? again : copied;
        }
        line(out, "COPY            %d holders in %s, the fastest of %d", holders, Ratio.seconds(copied), COPIES);
        List<Built> files = new ArrayList<>();
        int declared = 0;
        while (declared < holders) {
            Built file = build(api);
            files.add(file);
            declared += file.holders().size();
            line(
                    out,
                    "file            %d holders, %.1f MB: built and checked in %s, read back in %s",
                    file.holders().size(),
                    file.bytes() / 1e6,
                    Ratio.seconds(file.building()),
                    Ratio.seconds(file.reading()));
        }
        Duration built = files.stream().map(Built::building).reduce(Duration.ZERO, Duration::plus);
        Duration read = files.stream().map(Built::reading).reduce(Duration.ZERO, Duration::plus);
        line(
                out,
                "built           %.0f holders/s = %s the holders per second of the COPY",
                rate(built),
                Ratio.of(copied, built));
        line(
                out,
                "read back       %.0f holders/s = %s the holders per second of the COPY",
                rate(read),
                Ratio.of(copied, read));
        long begun = System.nanoTime();
        for (Built file : files) {
            api.post(LOGIN, "/v1/declarations/" + file.id() + "/deposit", api.object());
            Api.Answer answer = api.raw(
                    LOGIN,
                    "POST",
                    "/v1/declarations/" + file.id() + "/receipts",
                    receipt(file),
                    Map.of("Content-Type", "application/xml;charset=UTF-8"));
            if (!answer.body().path("state").asText().equals("PROCESSED")) {
                throw new StackException(
                        "The receipt was not taken in: %d %s.".formatted(answer.status(), answer.body()));
            }
        }
        Duration received = Duration.ofNanos(System.nanoTime() - begun);
        line(out, "receipts        %s for all of them, deposits included", Ratio.seconds(received));
        JsonNode left = api.get(
                        LOGIN, "/v1/declarations/holders?state=ACCEPTED&certificationNumber=" + NUMBER + "&limit=1")
                .body()
                .path("items");
        if (left.isEmpty() || declared != holders) {
            throw new StackException("%d holders of %d are in the files.".formatted(declared, holders));
        }
    }

    private double rate(Duration time) {
        return holders * 1e9 / time.toNanos();
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private static Duration copy(Connection connection) throws SQLException, IOException {
        long begun = System.nanoTime();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, OutputStream.nullOutputStream());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Built build(Api api) throws IOException, XMLStreamException, InterruptedException {
        long begun = System.nanoTime();
        String id = api.post(LOGIN, "/v1/declarations", api.object("certificationNumber", NUMBER))
                .body()
                .path("id")
                .asText();
        PATIENCE.await("the file", () -> {
            String state = api.get(LOGIN, "/v1/declarations/" + id)
                    .body()
                    .path("state")
                    .asText();
            return state.equals("BUILDING") ? Optional.empty() : Optional.of(state);
        });
        Duration building = Duration.ofNanos(System.nanoTime() - begun);
        begun = System.nanoTime();
        List<String> inside = new ArrayList<>();
        long bytes = 0;
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(gateway.uri().resolve("/v1/declarations/" + id + "/file"))
                            .header("Authorization", "Bearer " + api.token(LOGIN))
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(body);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("idTechnique")) {
                        inside.add(xml.getElementText());
                    }
                }
            }
            bytes = api.get(LOGIN, "/v1/declarations/" + id)
                    .body()
                    .path("bytes")
                    .asLong();
        }
        return new Built(id, inside, bytes, building, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static String receipt(Built file) {
        StringBuilder xml = new StringBuilder("<rapport><idFlux>" + file.id() + "</idFlux><PassagesOK>");
        file.holders().forEach(h -> xml.append("<idTechnique>").append(h).append("</idTechnique>"));
        return xml.append("</PassagesOK></rapport>").toString();
    }

    private void run(List<String> statements, Connection connection) throws SQLException {
        for (String sql : statements) {
            String filled =
                    OrderedIds.in(sql).replace(":number", "'" + NUMBER + "'").replace(":many", String.valueOf(holders));
            try (PreparedStatement statement = connection.prepareStatement(filled)) {
                statement.executeUpdate();
            }
        }
    }
}
