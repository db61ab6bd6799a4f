package fr.parchemin.referentiel.dataquality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.referentiel.Imports;
import fr.parchemin.referentiel.RandomSheets;
import fr.parchemin.referentiel.certification.RecordSheet;
import fr.parchemin.referentiel.certification.SheetSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DataQualityTest {

    private static final String PATH = "/v1/data-quality";

    @Inject
    RecordSheet recordSheet;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void record() throws SQLException {
        RandomSheets random = new RandomSheets(5);
        SheetSource source = new SheetSource("TEST", "4.1", LocalDate.of(2026, 11, 23), Instant.now());
        QuarkusTransaction.requiringNew().run(() -> List.of("RNCP898001", "RNCP898002", "RS898003")
                .forEach(number -> recordSheet.record(random.sheet(number), List.of(), source)));
        execute("""
                update certification set predecessors = '{}', successors = '{}', active = false
                where source_feed = 'TEST'""");
        execute("""
                update certification set successors = '{RNCP898002,RS898003,RNCP898999}' where number = 'RNCP898001'""");
        execute("update certification set predecessors = '{RNCP898001}' where number = 'RNCP898002'");
        execute("""
                update certification set active = true, registration_ends_on = '2020-01-01', missing_since = '2026-11-24'
                where number = 'RS898003'""");
    }

    @AfterEach
    void remove() throws SQLException {
        execute("delete from certification where source_feed = 'TEST'");
    }

    @Test
    void linksThatLeadNowhereOrOneWayAreShown() {
        assertThat(rows("RNCP898001"))
                .containsExactly(
                        "ONE_SIDED_LINK RNCP898001 RS898003 SUCCESSOR", "UNKNOWN_LINK RNCP898001 RNCP898999 SUCCESSOR");
        assertThat(rows("RNCP898002")).isEmpty();
    }

    @Test
    void recordsThatLeftOrContradictThemselvesAreShown() {
        assertThat(rows("RS898003"))
                .containsExactly(
                        "ACTIVE_AFTER_ITS_END RS898003 null 2020-01-01", "LEFT_THE_REGISTER RS898003 null 2026-11-24");
    }

    @Test
    void aWarningStaysUntilTheSheetComesWithoutIt() {
        String number = Imports.nextNumber("RNCP");
        String wrong = Imports.fiche(number, "Zorvateur")
                .replace(
                        "<ACTIF>",
                        "<CERTIFICATEURS><CERTIFICATEUR><NOM_CERTIFICATEUR>FICTIF</NOM_CERTIFICATEUR>"
                                + "<SIRET_CERTIFICATEUR>73282932000075</SIRET_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS><ACTIF>");
        LocalDate day = Imports.nextDay();
        Imports.imported(Imports.RNCP.formatted(day), Imports.feed(wrong));
        assertThat(rows(number))
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains("73282932000075");

        JsonPath same = Imports.imported(Imports.RNCP.formatted(day.plusDays(1)), Imports.feed(wrong, ""));
        assertThat(same.getInt("counts.unchanged")).isEqualTo(1);
        assertThat(rows(number)).hasSize(1);
        Imports.imported(
                "?dryRun=true",
                Imports.RNCP.formatted(day.plusDays(2)),
                Imports.feed(wrong.replace("73282932000075", "73282932000074")));
        assertThat(rows(number)).hasSize(1);

        Imports.imported(
                Imports.RNCP.formatted(day.plusDays(2)),
                Imports.feed(wrong.replace("73282932000075", "73282932000074")));
        assertThat(rows(number)).isEmpty();
    }

    @Test
    void pagesJoinToTheWholeAndOneKindIsPartOfIt() {
        List<String> whole = rows(given().queryParam("limit", 500).get(PATH).jsonPath());
        List<String> joined = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = given().queryParam("limit", 1)
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            joined.addAll(rows(page));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(joined).isEqualTo(whole).hasSizeGreaterThanOrEqualTo(4);
        assertThat(rows(given().queryParam("kind", "UNKNOWN_LINK")
                        .queryParam("limit", 500)
                        .get(PATH)
                        .jsonPath()))
                .containsExactlyElementsOf(whole.stream()
                        .filter(row -> row.startsWith("UNKNOWN_LINK"))
                        .toList());
    }

    @Test
    void whatItDoesNotKnowIsRefused() {
        given().queryParam("kind", "UGLY").get(PATH).then().statusCode(400);
        given().queryParam("number", "37722").get(PATH).then().statusCode(400);
        given().queryParam("cursor", "x").get(PATH).then().statusCode(400);
    }

    private static List<String> rows(@Nullable String number) {
        return rows(given().queryParam("number", number)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
    }

    private static List<String> rows(JsonPath page) {
        return page.getList("items.collect { it.kind + ' ' + it.number + ' ' + it.other + ' ' + it.detail }");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
