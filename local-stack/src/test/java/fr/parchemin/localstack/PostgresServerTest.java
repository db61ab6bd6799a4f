package fr.parchemin.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void saysOnWhichPortItDidNotStart() throws Exception {
        Path file = java.nio.file.Files.writeString(folder.resolve("no-folder"), "");

        assertThatThrownBy(() -> new PostgresServer(file, 1).start())
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("PostgreSQL did not start on port 1: ");
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
