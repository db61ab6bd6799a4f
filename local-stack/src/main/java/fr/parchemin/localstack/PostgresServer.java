package fr.parchemin.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server on the loopback interface. Its data stay in {@code data} between starts. */
public final class PostgresServer implements AutoCloseable {

    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    /**
     * @param data folder of the database cluster, made at the first start
     * @param port TCP port on 127.0.0.1
     */
    public PostgresServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Starts the server, or fails within a minute. */
    public PostgresServer start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("timezone", "UTC")
                    // EmbeddedPostgres switches durability off for speed; what is accepted here must survive a kill.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on port " + port, e);
        }
    }

    /** Makes the role and the database of a service, where they are not there yet. The password is the name. */
    public void ensureDatabase(String name) {
        try (Connection connection = administrator().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                statement.execute("create role " + name + " login password '" + name + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " could not be made", e);
        }
    }

    /** Where a service finds its database. */
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public int port() {
        return port;
    }

    /** Connections of the superuser, for tests and diagnosis. */
    public DataSource administrator() {
        return Objects.requireNonNull(server, "PostgreSQL is not started").getPostgresDatabase();
    }

    @Override
    public void close() {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop", e);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
