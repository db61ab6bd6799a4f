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
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of sessions a second time, into tables of the same shape that go afterwards: without foreign keys,
 * triggers and events.
 */
final class PlainInserts implements AutoCloseable {

    private static final String SCHEMA = "bench";
    private static final String SESSION = "exam_session";
    /** How the rows of a table are found by the session, by the column that leads there. */
    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("session_id", "session_id = ?");
        WAYS.put("enrolment_id", "enrolment_id in (select id from public.enrolment where session_id = ?)");
        WAYS.put("record_id", "record_id in (select id from public.session_record where session_id = ?)");
    }

    private final String database;
    private final String owner;
    private final int connections;
    private final Work work;

    /**
     * @param owner login of the database and its password
     * @param connections how many insert at once
     */
    PlainInserts(String database, String owner, int connections, Work work) {
        this.database = database;
        this.owner = owner;
        this.connections = connections;
        this.work = work;
    }

    /** What is written in a transaction of its own, before the rest of each session in one. */
    interface Work {

        /** Whether the rows of this table are repeated. */
        boolean includes(String table);

        /** The column whose value is the same in the rows of one such transaction; null for the rest. */
        @Nullable
        String unit(String table, List<String> columns);
    }

    /**
     * What it cost.
     *
     * @param units how many transactions of their own there were
     * @param forUnits how long they took
     * @param forRest how long what else there is took, a transaction for each session
     * @param rows in both
     */
    record Inserted(int units, Duration forUnits, Duration forRest, int rows) {}

    /** A table with the columns that can be written, and how its rows are tied to a session. */
    private record Table(
            String name,
            List<String> columns,
            String session,
            @Nullable String unit) {

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
        List<List<Row>> units = new ArrayList<>();
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
                Map<Object, List<Row>> byUnit = new LinkedHashMap<>();
                List<Row> others = new ArrayList<>();
                for (Table table : tables) {
                    read(connection, table, session, byUnit, others);
                }
                units.addAll(byUnit.values());
                rest.add(others);
            }
        }
        int rows = units.stream().mapToInt(List::size).sum()
                + rest.stream().mapToInt(List::size).sum();
        return new Inserted(units.size(), insert(units), insert(rest), rows);
    }

    private List<Table> tables(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                            and c.is_identity = 'NO'
                        order by c.table_name, c.ordinal_position
                        """)) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), t -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        List<Table> tables = new ArrayList<>();
        columns.forEach((name, list) -> {
            String way = name.equals(SESSION)
                    ? "id = ?"
                    : WAYS.entrySet().stream()
                            .filter(w -> list.contains(w.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null);
            if (way != null && work.includes(name)) {
                tables.add(new Table(name, list, way, work.unit(name, list)));
            }
        });
        return tables;
    }

    private static void read(
            Connection connection, Table table, UUID session, Map<Object, List<Row>> byUnit, List<Row> others)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select %s from public.%s where %s"
                .formatted(String.join(", ", table.columns()), table.name(), table.session()))) {
            select.setObject(1, session);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= table.columns().size(); i++) {
                        values.add(row.getObject(i));
                    }
                    Object unit = table.unit() == null ? null : row.getObject(table.unit());
                    (unit == null ? others : byUnit.computeIfAbsent(unit, u -> new ArrayList<>()))
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
        return DriverManager.getConnection(database, owner, owner);
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(SCHEMA));
        }
    }
}
