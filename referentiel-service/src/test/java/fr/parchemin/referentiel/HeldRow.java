package fr.parchemin.referentiel;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** A certification that another transaction changes: whoever wants to change it too waits until this is closed. */
public final class HeldRow implements AutoCloseable {

    private final Connection connection;

    public HeldRow(DataSource dataSource, String number) throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement lock =
                connection.prepareStatement("select 1 from certification where number = ? for no key update")) {
            lock.setString(1, number);
            lock.execute();
        }
    }

    /** Waits until so many others wait for a lock, whether of this one or of each other. */
    public void awaitWaiting(int others) {
        await().atMost(Duration.ofSeconds(20)).until(this::waiting, count -> count >= others);
    }

    /** How many wait for a lock. */
    public int waiting() throws SQLException {
        return count("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0");
    }

    /** Breaks the connections of those who wait for this one. */
    public int breakWaiting() throws SQLException {
        return count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where pg_backend_pid() = any(pg_blocking_pids(pid))");
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    private int count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
