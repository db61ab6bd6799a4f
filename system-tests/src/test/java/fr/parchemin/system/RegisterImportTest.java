package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.imports.ImportClient;
import fr.parchemin.localstack.imports.ImportState;
import fr.parchemin.localstack.register.Register;
import fr.parchemin.localstack.register.RegisterFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A register of invented sheets, sent through the gateway while its service is killed. */
@ExtendWith(StackExtension.class)
class RegisterImportTest {

    private static final int SHEETS = 6_000;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(90));

    private final SystemUnderTest system;

    RegisterImportTest(SystemUnderTest system) {
        this.system = system;
    }

    @Test
    void anImportThatIsKilledLeavesNothingAndIsTakenUpAgain(@TempDir Path folder) throws Exception {
        Path file = new RegisterFiles(new Register(3, SHEETS, 0, LocalDate.of(2026, 11, 20)), folder).requireRncpXml();
        int before = count("referentiel");
        try (Api api = new Api(system.gateway(), PATIENCE);
                ImportClient imports = new ImportClient(system.gateway(), api)) {
            String id = imports.send(file, false, false).id();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> state(id).equals("RUNNING"));
            system.kill("referentiel-service");
            assertThat(state(id)).isEqualTo("RUNNING");
            assertThat(count("referentiel")).isEqualTo(before);

            system.restart("referentiel-service");
            system.awaitReady();
            ImportState done = imports.follow(id, state -> {});
            assertThat(done.isDone()).as(done.view().toString()).isTrue();
            int created = done.count("created");
            assertThat(created).isPositive();
            assertThat(created + done.count("rejected")).isEqualTo(done.count("read"));
            assertThat(count("referentiel")).isEqualTo(before + created);

            ImportState again = imports.follow(imports.send(file, false, false).id(), state -> {});
            assertThat(again.count("unchanged")).isEqualTo(created);
            assertThat(again.count("created") + again.count("updated")).isZero();

            // Every sheet reaches the others, and reaches them once.
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(count("session")).isEqualTo(count("referentiel")));
        }
    }

    private String state(String importId) throws SQLException {
        return query("referentiel", "select state from import_job where id = '" + importId + "'");
    }

    private int count(String database) throws SQLException {
        return Integer.parseInt(query(database, "select count(*) from certification"));
    }

    private String query(String database, String sql) throws SQLException {
        try (Connection connection = system.database(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
