package fr.parchemin.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws Exception {
        try (PostgresServer server = new PostgresServer(folder.resolve("data"), Ports.free())) {
            server.start();
            server.ensureDatabase("session");
            server.ensureDatabase("session");
            try (Connection connection = connect(server)) {
                execute(connection, "create extension btree_gist");
                execute(connection, "create extension unaccent");
                execute(connection, "create extension pg_trgm");
                execute(connection, "create table kept as select 'Éa' as name");
            }

            ProcessHandle process = server.process().orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            server.close();
            server.start();

            try (Connection connection = connect(server);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select unaccent(name), version() from kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Ea");
                assertThat(rows.getString(2)).startsWith("PostgreSQL 18.");
            }
        }
    }

    @Test
    void dataThatWereNotWholeYetAreMadeAnew() throws Exception {
        Path home = Files.createDirectories(folder.resolve("l'essai d'ici"));
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("postgresql.conf"), "");
        Files.writeString(home.resolve("data.unfinished"), "");

        try (PostgresServer server = new PostgresServer(data, Ports.free()).log(home.resolve("logs/postgresql.log"))) {
            server.start();
            server.ensureDatabase("session");

            assertThat(home.resolve("data.unfinished")).doesNotExist();
            assertThat(home.resolve("logs/postgresql.log")).exists();
            try (Connection connection = connect(server)) {
                execute(connection, "create table kept ()");
            }
        }
        try (PostgresServer server = new PostgresServer(data, Ports.free())) {
            server.start();
            try (Connection connection = connect(server)) {
                execute(connection, "drop table kept");
            }
        }
    }

    @Test
    void saysOnWhichPortItDidNotStart() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");

        assertThatThrownBy(() -> new PostgresServer(file, 1).start())
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("PostgreSQL did not start on port 1: ");
        assertThat(folder.resolve("no-folder.unfinished")).exists();
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("session"), "session", "session");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
