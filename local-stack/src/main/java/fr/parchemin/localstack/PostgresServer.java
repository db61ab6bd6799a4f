package fr.parchemin.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server on the loopback interface. Its data stay in {@code data} between starts. */
public final class PostgresServer implements AutoCloseable {

    private final Path data;
    private final int port;
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Path program;
    private @Nullable EmbeddedPostgres server;

    /**
     * @param data folder of the database cluster, made at the first start
     * @param port TCP port on 127.0.0.1
     */
    public PostgresServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Where the server writes what it does; without it, the log of this program. */
    PostgresServer log(Path file) {
        settings.put("logging_collector", "on");
        // pg_ctl hands its options to a shell.
        settings.put("log_directory", "'" + file.resolveSibling("").toString().replace("'", "'\\''") + "'");
        settings.put("log_filename", file.getFileName().toString());
        return this;
    }

    /** Where its program is unpacked, instead of the system's folder for temporary files. */
    PostgresServer programIn(Path folder) {
        this.program = folder;
        return this;
    }

    /** Starts the server, or fails within a minute. */
    public PostgresServer start() {
        try {
            clearUnfinished();
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("unix_socket_directories", "")
                    // EmbeddedPostgres switches durability off for speed; what is accepted here must survive a kill.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofMinutes(1));
            settings.forEach(builder::setServerConfig);
            if (program != null) {
                builder.setOverrideWorkingDirectory(program.toFile());
            }
            server = builder.start();
            Files.deleteIfExists(unfinished());
            return this;
        } catch (IOException | IllegalStateException e) {
            throw new StackException("PostgreSQL did not start on port " + port + ": " + e.getMessage(), e);
        }
    }

    /**
     * Data that were being made when everything was killed cannot be started, and cannot be made again in their place. A mark
     * beside them says so until their server has answered once; nobody has written into them before.
     */
    private void clearUnfinished() throws IOException {
        if (Files.exists(unfinished())) {
            Folders.delete(data);
        } else if (!Files.exists(data.resolve("postgresql.conf"))) {
            Files.createDirectories(unfinished().resolveSibling("."));
            Files.createFile(unfinished());
        }
    }

    private Path unfinished() {
        return data.resolveSibling(data.getFileName() + ".unfinished");
    }

    /** The first process of the server, while it runs. */
    public Optional<ProcessHandle> process() {
        try {
            // The server's own note; its first line is the process number.
            String first = Files.readString(data.resolve("postmaster.pid"))
                    .lines()
                    .findFirst()
                    .orElse("");
            return ProcessHandle.of(Long.parseLong(first.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
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
                Optional<ProcessHandle> process = process();
                running.close();
                // The line above gives up after five seconds; a large checkpoint may take longer.
                process.ifPresent(p ->
                        p.onExit().completeOnTimeout(p, 60, TimeUnit.SECONDS).join());
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
