package fr.parchemin.referentiel.imports;

import static fr.parchemin.referentiel.Imports.RNCP;
import static fr.parchemin.referentiel.Imports.certifier;
import static fr.parchemin.referentiel.Imports.ended;
import static fr.parchemin.referentiel.Imports.feed;
import static fr.parchemin.referentiel.Imports.fiche;
import static fr.parchemin.referentiel.Imports.imported;
import static fr.parchemin.referentiel.Imports.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import fr.parchemin.referentiel.HeldRow;
import fr.parchemin.referentiel.Imports;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Imports that are cut off, or found open by another process. */
@QuarkusTest
class BrokenOffImportTest {

    private static final String REFUSE_TO_FAIL = """
            create function refuse_to_fail() returns trigger language plpgsql as $$
            begin
                raise exception 'as if the database were away';
            end $$;
            create trigger tg_refuse_to_fail before update on import_job
                for each row when (new.state = 'FAILED') execute function refuse_to_fail()""";

    @Inject
    DataSource dataSource;

    @Inject
    ImportRunner runner;

    @Inject
    RunImport run;

    @Inject
    ImportFiles files;

    private final LocalDate day = Imports.nextDay();
    private final String number = Imports.nextNumber("RNCP");

    @Test
    void anImportWhoseEndCannotBeWrittenBeginsAgain() throws SQLException {
        imported(RNCP.formatted(day), feed(fiche(number, "Zorvateur")));
        String id;
        try (HeldRow held = new HeldRow(dataSource, number)) {
            id = sendNext();
            held.awaitWaiting(1);
            execute(REFUSE_TO_FAIL);
            assertThat(held.breakWaiting()).isEqualTo(1);
        }
        try {
            assertThat(ended(id).getString("state")).isEqualTo("DONE");
        } finally {
            execute("drop function refuse_to_fail cascade");
        }
        given().get("/v1/certifications/" + number).then().body("title", equalTo("Zorvatrice"));
    }

    @Test
    void whoTakesUpAnImportThatIsStillRunLeavesItToTheOther() throws Exception {
        imported(RNCP.formatted(day), feed(fiche(number, "Zorvateur")));
        CompletableFuture<Boolean> second;
        String id;
        try (HeldRow held = new HeldRow(dataSource, number)) {
            id = sendNext();
            held.awaitWaiting(1);
            Path file = files.of(UUID.fromString(id));
            second = CompletableFuture.supplyAsync(
                    () -> run.run(UUID.fromString(id), file), Executors.newVirtualThreadPerTaskExecutor());
            held.awaitWaiting(2);
        }

        assertThat(second.get()).isTrue();
        JsonPath done = ended(id);
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("counts.updated")).isEqualTo(1);
    }

    @Test
    void anImportThatHasEndedStaysAsItEnded() {
        String id =
                imported(RNCP.formatted(day), feed(fiche(number, "Zorvateur"))).getString("id");
        String view = certifier().get("/v1/imports/" + id).asString();

        assertThat(run.run(UUID.fromString(id), files.of(UUID.fromString(id)))).isTrue();

        assertThat(certifier().get("/v1/imports/" + id).asString()).isEqualTo(view);
    }

    @Test
    void filesOfImportsThatHaveEndedAreRemovedAtTheStart() throws IOException {
        UUID ended = UUID.fromString(
                imported(RNCP.formatted(day), feed(fiche(number, "Zorvateur"))).getString("id"));
        UUID ofSomebodyElse = UUID.randomUUID();
        await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(files.of(ended)));
        Files.createFile(files.of(ended));
        Files.createFile(files.of(ofSomebodyElse));

        runner.start(new StartupEvent());

        assertThat(files.of(ended)).doesNotExist();
        assertThat(files.of(ofSomebodyElse)).exists();
        files.forget(ofSomebodyElse);
    }

    private String sendNext() {
        return send("", RNCP.formatted(day.plusDays(1)), feed(fiche(number, "Zorvatrice")))
                .path("id");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
