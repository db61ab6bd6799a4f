package fr.parchemin.localstack.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Inserts rows of sessions a second time, into tables of the same shape that go afterwards. */
final class PlainInserts implements AutoCloseable {

    private static final String OWNER = "session";
    private static final String SCHEMA = "bench";
    private static final String SESSION = "session_id";
    private static final String ENROLMENT = "enrolment_id";

    private final String database;
    private final int connections;

    PlainInserts(String database, int connections) {
        this.database = database;
        this.connections = connections;
    }

    /** How long the rows took that belong to one enrolment, and those that belong to a session alone. */
    record Inserted(Duration enrolments, Duration rest, int rows) {}

    /** A table with the columns that can be written, and how its rows are tied to a session. */
    private record Table(String name, List<String> columns, String session, boolean ofEnrolment) {

        String insert() {
            return "insert into %s.%s (%s) values (%s)"
                    .formatted(
                            SCHEMA,
                            name,
                            String.join(", ", columns),
                            String.join(", ", columns.stream().map(c -> "?").toList()));
        }
    }

    private record Row(Table table, List<Object> values) {}

    Inserted repeat(List<UUID> sessions) throws SQLException, InterruptedException {
        List<List<Row>> enrolments = new ArrayList<>();
        List<List<Row>> rest = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(SCHEMA));
            statement.execute("create schema " + SCHEMA);
            List<Table> tables = tables(connection);
            for (Table table : tables) {
                statement.execute(
                        "create table %1$s.%2$s (like public.%2$s including all)".formatted(SCHEMA, table.name()));
            }
            for (UUID session : sessions) {
                Map<Object, List<Row>> byEnrolment = new LinkedHashMap<>();
                List<Row> others = new ArrayList<>();
                for (Table table : tables) {
                    read(connection, table, session, byEnrolment, others);
                }
                enrolments.addAll(byEnrolment.values());
                rest.add(others);
            }
        }
        int rows = enrolments.stream().mapToInt(List::size).sum()
                + rest.stream().mapToInt(List::size).sum();
        return new Inserted(insert(enrolments), insert(rest), rows);
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                            and c.is_identity = 'NO'
                            and (c.table_name = 'exam_session' or exists (select from information_schema.columns s
                                where s.table_schema = 'public' and s.table_name = c.table_name
                                    and s.column_name in ('session_id', 'enrolment_id')))
                        order by c.table_name, c.ordinal_position
                        """)) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), t -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        List<Table> tables = new ArrayList<>();
        columns.forEach((name, list) -> {
            boolean ofEnrolment = name.equals("enrolment") || list.contains(ENROLMENT);
            String session = name.equals("exam_session")
                    ? "id = ?"
                    : list.contains(SESSION)
                            ? "session_id = ?"
                            : "enrolment_id in (select id from enrolment where session_id = ?)";
            tables.add(new Table(name, list, session, ofEnrolment));
        });
        return tables;
    }

    private static void read(
            Connection connection, Table table, UUID session, Map<Object, List<Row>> byEnrolment, List<Row> others)
            throws SQLException {
        String key = table.name().equals("enrolment") ? "id" : ENROLMENT;
        try (PreparedStatement select = connection.prepareStatement("select %s from public.%s where %s"
                .formatted(String.join(", ", table.columns()), table.name(), table.session()))) {
            select.setObject(1, session);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= table.columns().size(); i++) {
                        values.add(row.getObject(i));
                    }
                    Object enrolment = table.ofEnrolment() ? row.getObject(key) : null;
                    (enrolment == null ? others : byEnrolment.computeIfAbsent(enrolment, e -> new ArrayList<>()))
                            .add(new Row(table, values));
                }
            }
        }
    }

    private Duration insert(List<List<Row>> transactions) throws SQLException, InterruptedException {
        Queue<List<Row>> left = new ConcurrentLinkedQueue<>(transactions);
        List<Connection> open = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                open.add(connect());
            }
            long begun = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (Connection connection : open) {
                running.add(threads.submit(() -> {
                    connection.setAutoCommit(false);
                    for (List<Row> next = left.poll(); next != null; next = left.poll()) {
                        insert(connection, next);
                        connection.commit();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    private static void insert(Connection connection, List<Row> rows) throws SQLException {
        for (Row row : rows) {
            // The driver keeps a statement that comes again prepared.
            try (PreparedStatement insert =
                    connection.prepareStatement(row.table().insert())) {
                for (int i = 0; i < row.values().size(); i++) {
                    insert.setObject(i + 1, row.values().get(i));
                }
                insert.executeUpdate();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database, OWNER, OWNER);
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(SCHEMA));
        }
    }
}
