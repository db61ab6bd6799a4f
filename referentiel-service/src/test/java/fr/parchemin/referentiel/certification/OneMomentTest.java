package fr.parchemin.referentiel.certification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.referentiel.RandomSheets;
import fr.parchemin.referentiel.sheet.Partner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one answer shows was true at one moment, and its tag is of that moment. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class OneMomentTest {

    private static final String ONE = "RNCP899101";
    private static final String OTHER = "RNCP899102";

    @Inject
    RecordSheet recordSheet;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void begin() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> record(1));
        execute("insert into competence values ('" + ONE + "', '" + ONE + "BC01', 1, 'Avant'), ('" + OTHER + "', '"
                + OTHER + "BC01', 1, 'Avant')");
    }

    @AfterEach
    void remove() throws SQLException {
        execute("delete from competence where certification_number in ('" + ONE + "', '" + OTHER + "')");
        execute("delete from certification where source_feed = 'TEST'");
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml, ''",
        "application/json, /blocks",
        "application/json, /compare?with=" + OTHER,
    })
    void showsWhatWasBeforeAChangeOrAfterIt(String type, String path) {
        Response before = get(type, path);
        CompletableFuture<Response> meanwhile = new CompletableFuture<>();

        QuarkusTransaction.requiringNew().run(() -> {
            try {
                // Whoever reads a certification waits before its competences until all of the change is there.
                execute("lock table competence in access exclusive mode");
                meanwhile.completeAsync(() -> get(type, path));
                await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
                record(2);
                execute("update competence set label = 'Après' where certification_number in ('" + ONE + "', '" + OTHER
                        + "')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        Response read = meanwhile.join();
        Response after = get(type, path);
        assertThat(after.asString()).isNotEqualTo(before.asString());
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        Response same = read.header("ETag").equals(before.header("ETag")) ? before : after;
        assertThat(read.header("ETag")).isEqualTo(same.header("ETag"));
        assertThat(read.asString()).isEqualTo(same.asString());
    }

    private static Response get(String type, String path) {
        Response response = given().accept(type).get("/v1/certifications/" + ONE + path);
        response.then().statusCode(200);
        return response;
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "select from pg_locks where not granted and relation = 'competence'::regclass")) {
            return waiting.next();
        }
    }

    /** Both certifications, their blocks and their partners, in a first or a second state. */
    private void record(int state) {
        SheetSource source = new SheetSource("TEST", "4.1", LocalDate.of(2026, 11, 20 + state), Instant.now());
        RandomSheets random = new RandomSheets(state);
        List.of(ONE, OTHER)
                .forEach(number -> recordSheet.record(
                        Stream.generate(() -> random.sheet(number))
                                .filter(sheet -> !sheet.blocks().isEmpty())
                                .findFirst()
                                .orElseThrow(),
                        List.of(new Partner(null, "Partenaire fictif " + state, null, null, null, null)),
                        source));
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
