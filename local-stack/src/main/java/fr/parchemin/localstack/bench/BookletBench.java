package fr.parchemin.localstack.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Journey;
import fr.parchemin.localstack.demo.Patience;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Booklets of many invented holders of an older title, computed again when a row of correspondence comes and goes. */
final class BookletBench {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10));
    private static final String OLDER = "RNCP999002";
    private static final String OWNER = "results";

    private final Api api;
    private final String database;

    /** @param database JDBC address of the database of results, into which the holders are written */
    BookletBench(Api api, String database) {
        this.api = api;
        this.database = database;
    }

    void measure(PrintWriter out, int holders) throws SQLException {
        String authority = Actors.demo().authority();
        try (Connection connection = DriverManager.getConnection(database, OWNER, OWNER)) {
            invent(connection, holders);
            ObjectNode request = api.object(
                    "from",
                    OLDER,
                    "to",
                    Journey.CERTIFICATION,
                    "reference",
                    "Correspondance inventée pour une mesure",
                    "reason",
                    "Mesure",
                    "decidedOn",
                    LocalDate.now(Journey.PLACE).toString());
            ArrayNode from = request.putArray("fromBlocks");
            ArrayNode to = request.putArray("toBlocks");
            from.add(OLDER + "BC01");
            to.add(Journey.CERTIFICATION + "BC01");
            long begun = System.nanoTime();
            String id = api.post(authority, "/v1/correspondences", request)
                    .body()
                    .path("id")
                    .asText();
            awaitTasks(connection);
            Duration coming = Duration.ofNanos(System.nanoTime() - begun);
            long recognised = count(connection, id);
            Duration plain = repeat(connection, id);
            begun = System.nanoTime();
            api.post(authority, "/v1/correspondences/" + id + "/revocation", api.object("reason", "Fin de la mesure"));
            awaitTasks(connection);
            Duration going = Duration.ofNanos(System.nanoTime() - begun);
            out.println("booklets       %d recognised in %s, %s; taken back in %s, %s"
                    .formatted(
                            recognised,
                            Ratio.seconds(coming),
                            Ratio.perSecond(recognised, coming),
                            Ratio.seconds(going),
                            Ratio.perSecond(recognised, going)));
            out.println("plain inserts  the same rows in %s, in one statement: recognising costs %s"
                    .formatted(Ratio.seconds(plain), Ratio.of(coming, plain)));
        }
    }

    /** The older title as a copy of the example, and its holders under ids of this run. */
    private static void invent(Connection connection, int holders) throws SQLException {
        try (PreparedStatement sheet = connection.prepareStatement("""
                        insert into certification_sheet (number, title, blocks, predecessors, successors, correspondences)
                        select ?, 'Titre inventé', replace(blocks::text, number, ?)::jsonb, '[]', '[]', '[]'
                        from certification_sheet where number = ? on conflict do nothing
                        """);
                PreparedStatement blocks = connection.prepareStatement("""
                        insert into acquisition (id, candidate_id, identity_version, certification_number, plan_version, title,
                            kind, code, label, obtained_by, rests_on, route, session_id, record_id, enrolment_id, centre_siret,
                            obtained_on)
                        select gen_random_uuid(), gen_random_uuid(), 1, ?, 1, 'Titre inventé', 'BLOCK', ?, 'Bloc inventé',
                            'TITLE_SESSION', '[]', 'CONTINUING', ?::uuid, ?::uuid, gen_random_uuid(), '98222438800016',
                            current_date - 400
                        from generate_series(1, ?)
                        """)) {
            sheet.setString(1, OLDER);
            sheet.setString(2, OLDER);
            sheet.setString(3, Journey.CERTIFICATION);
            sheet.executeUpdate();
            String nowhere = UUID.randomUUID().toString();
            blocks.setString(1, OLDER);
            blocks.setString(2, OLDER + "BC01");
            blocks.setString(3, nowhere);
            blocks.setString(4, nowhere);
            blocks.setInt(5, holders);
            blocks.executeUpdate();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze acquisition");
        }
    }

    private static void awaitTasks(Connection connection) {
        PATIENCE.await("the booklets", () -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select from booklet_task where ended_at is null limit 1")) {
                return row.next() ? Optional.empty() : Optional.of(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long count(Connection connection, String correspondence) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from recognition where correspondence_id = ?::uuid")) {
            select.setString(1, correspondence);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Duration repeat(Connection connection, String correspondence) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into bench_recognition select * from recognition where correspondence_id = ?::uuid")) {
            statement.execute("create temporary table bench_recognition (like recognition including all)");
            insert.setString(1, correspondence);
            long begun = System.nanoTime();
            insert.executeUpdate();
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
