package fr.parchemin.referentiel.certification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parchemin.referentiel.RandomSheets;
import fr.parchemin.referentiel.sheet.Sheet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets answered from memory are those of the database, whoever wrote them. */
@QuarkusTest
class SheetMemoryTest {

    private static final String NUMBER = "RNCP899001";
    private static final String PATH = "/v1/certifications/" + NUMBER;

    @Inject
    RecordSheet recordSheet;

    @Inject
    ReadSheet sheets;

    @Inject
    DataSource dataSource;

    private final Sheet first = new RandomSheets(1).sheet(NUMBER);
    private final Sheet second = new RandomSheets(2).sheet(NUMBER);

    @BeforeEach
    void begin() {
        record(first, LocalDate.of(2026, 11, 23));
    }

    @AfterEach
    void remove() throws SQLException {
        execute("delete from certification where source_feed = 'TEST'");
    }

    @Test
    void whatWasReadIsAtHand() {
        String read = awaitAtHand();

        assertThat(given().get(PATH).asString()).isEqualTo(read).contains("\"number\":\"" + NUMBER + "\"");
    }

    @Test
    void whoChangesItSeesTheChangeAtOnce() {
        String before = awaitAtHand();

        record(second, LocalDate.of(2026, 11, 24));

        assertThat(sheets.atHand(NUMBER)).isNull();
        assertThat(given().get(PATH).asString()).isNotEqualTo(before);
    }

    @Test
    void whatAnotherProcessChangesIsSeen() throws SQLException {
        String before = awaitAtHand();

        // As another process would: nothing in this one is told.
        execute("update certification set version = version + 1, source_version = '9' where number = '" + NUMBER + "'");

        await().untilAsserted(() ->
                assertThat(given().get(PATH).asString()).isNotEqualTo(before).contains("\"version\":\"9\""));
    }

    @Test
    void aChangeThatIsUndoneChangesNothing() {
        String before = awaitAtHand();

        QuarkusTransaction.begin();
        recordSheet.record(second, List.of(), source(LocalDate.of(2026, 11, 24)));
        String meanwhile = given().get(PATH).asString();
        QuarkusTransaction.rollback();

        assertThat(meanwhile).isEqualTo(before);
        assertThat(given().get(PATH).asString()).isEqualTo(before);
    }

    /** The shortcut answers the plain case, JAX-RS whatever it does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", "application/json"})
    void theAnswerIsTheSameWhoeverGivesIt(String accept) {
        awaitAtHand();
        Response slow =
                given().accept("application/json, text/html;q=0.1").get(PATH).andReturn();

        Response fast = accept.isEmpty()
                ? given().get(PATH).andReturn()
                : given().accept(accept).get(PATH).andReturn();

        assertThat(fast.asString()).isEqualTo(slow.asString());
        assertThat(headers(fast)).containsExactlyInAnyOrderElementsOf(headers(slow));
        String tag = slow.header("ETag");
        for (String held : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            Response none = given().header("If-None-Match", held).get(PATH).andReturn();
            assertThat(none.statusCode()).isEqualTo(304);
            assertThat(none.header("ETag")).isEqualTo(tag);
            assertThat(none.asString()).isEmpty();
        }
        given().header("If-None-Match", "\"x\"").get(PATH).then().statusCode(200);
    }

    @Test
    void whatTheShortcutDoesNotKnowGoesOn() {
        awaitAtHand();

        given().accept("application/xml").get(PATH).then().statusCode(200).contentType("application/xml");
        given().accept("image/png").get(PATH).then().statusCode(406);
        given().get(PATH + "?unknown=1").then().statusCode(400);
        given().get("/v1/certifications/RNCP899002").then().statusCode(404);
        given().get("/v1/certifications/nonsense").then().statusCode(400);
        given().head(PATH).then().statusCode(200).body(Matchers.emptyString());
    }

    private static List<String> headers(Response response) {
        return response.headers().asList().stream()
                .map(header -> header.getName().toLowerCase(Locale.ROOT) + ": " + header.getValue())
                .toList();
    }

    private String awaitAtHand() {
        await().untilAsserted(() -> {
            given().get(PATH).then().statusCode(200);
            assertThat(sheets.atHand(NUMBER)).isNotNull();
        });
        return given().get(PATH).asString();
    }

    private void record(Sheet sheet, LocalDate date) {
        QuarkusTransaction.requiringNew().run(() -> recordSheet.record(sheet, List.of(), source(date)));
    }

    private static SheetSource source(LocalDate date) {
        return new SheetSource("TEST", "4.1", date, Instant.parse("2026-11-23T05:00:00Z"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
