package fr.parchemin.referentiel.certification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.referentiel.RandomSheets;
import fr.parchemin.referentiel.identifier.Normalised;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching a catalogue of some size. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class SearchTest {

    private static final String INSERT = """
            insert into certification (number, register, title, search_text, search_details, type, level, active, nsf, rome,
              formacodes, certifier_sirets, open_routes, predecessors, successors, corresponding, sheet, partners, content_hash,
              source_feed, imported_at, updated_at, version)
            select 'RNCP' || 900000 + i, 'RNCP', t, 'rncp' || 900000 + i || ' ' || words, details, 'TP',
              1 + i % 8, i % 4 = 0, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '', '', '', 'TEST', now(), now(), 0 from (
            """;

    private static final String TOUCH = "update certification set updated_at = now() where number = ";
    private static final SheetSource SOURCE = new SheetSource("TEST", null, LocalDate.of(2026, 11, 23), Instant.EPOCH);

    @Inject
    Event<SheetMemory.Changed> changed;

    @Inject
    DataSource dataSource;

    @Inject
    CertificationRepository certifications;

    @BeforeEach
    void fill() throws SQLException {
        run(INSERT
                + "values %s, %s, %s, %s, %s) as v (i, t, words, details)"
                        .formatted(
                                row(1, "Boulanger", "pain"),
                                row(2, "Soudeur/soudeuse <TIG>", ""),
                                row(3, "Maître d'œuvre", ""),
                                row(4, "Pâtissier", "boulanger boulangerie"),
                                row(5, "Médiateurs numériques", "")));
        run(INSERT + "select i, 'Métier ' || i, 'metier ' || i, 'zinguerie ' || i from generate_series(100, 8000) as i)"
                + " as v (i, t, words, details)");
        run("analyze certification");
    }

    @AfterEach
    void clear() throws SQLException {
        run("delete from certification where number >= 'RNCP900000' and number like 'RNCP9_____'");
    }

    @Test
    void findsWordsWhateverTheirAccentsAndEndings() {
        search("médiation").body("items.number", hasItem("RNCP37722"));
        search("MEDIATIONS agents").body("items.number", contains("RNCP37722"));
        search("soudeuses").body("items.number", contains("RNCP900002"));
        search("oeuvre").body("items.number", contains("RNCP900003"));
        search("œuvre de la").body("items.number", contains("RNCP900003"));
        search("de la").body("items", empty());
        search("introuvable").body("items", empty());
    }

    @Test
    void bringsTitlesBeforeDetailsAndTheNumberBeforeAll() {
        search("boulanger").body("items.number", contains("RNCP900001", "RNCP900004"));
        search("37722").body("items.number", contains("RNCP37722"));
        search("rncp 37722").body("items.number", contains("RNCP37722"));
    }

    @Test
    void forgivesTypos() {
        search("boulengerr").body("items.number", hasItem("RNCP900001"));
        search("mediaton agent").body("items.number", contains("RNCP37722"));
        search("patisier").body("items.number", contains("RNCP900004"));
    }

    @Test
    void marksTheWordsFoundInAnEscapedTitle() {
        search("soudeur tig")
                .body("items[0].highlight", equalTo("<mark>Soudeur</mark>/soudeuse &lt;<mark>TIG</mark>&gt;"));
        search("numerique").body("items[0].highlight", equalTo("Médiateurs <mark>numériques</mark>"));
        given().get("/v1/certifications").then().statusCode(200).body("items[0].highlight", nullValue());
    }

    @Test
    void combinesWithEveryFilter() {
        search("boulanger", "level", "2").body("items.number", contains("RNCP900001"));
        search("boulanger", "active", "true").body("items.number", contains("RNCP900004"));
        search("boulanger", "register", "RS").body("items", empty());
        search("boulanger", "sort", "title").body("items.title", contains("Boulanger", "Pâtissier"));
    }

    @Test
    void showsEveryRowOnceInEveryOrder() {
        for (String sort : List.of("relevance", "number", "title", "registrationEndsOn", "updatedAt")) {
            List<String> numbers = new ArrayList<>();
            String cursor = null;
            do {
                var request = given().queryParam("q", "zingueries")
                        .queryParam("limit", 500)
                        .queryParam("sort", sort);
                if (cursor != null) {
                    request.queryParam("cursor", cursor);
                }
                var page =
                        request.get("/v1/certifications").then().statusCode(200).extract();
                numbers.addAll(page.path("items.number"));
                cursor = page.path("next");
            } while (cursor != null);
            assertThat(numbers).as(sort).hasSize(7901).doesNotHaveDuplicates();
        }
    }

    @Test
    void readsNoTableFromEndToEnd() {
        CertificationFilter filter = new CertificationFilter();
        filter.q = "boulanger";
        filter.level = 2;
        filter.active = "true";
        CertificationQuery query = CertificationQuery.page(
                filter,
                SearchTerms.of(filter.q),
                PageRequest.of(50, null, "certifications"),
                LocalDate.of(2026, 11, 23),
                Instant.EPOCH);
        assertThat(certifications.explain(query)).noneMatch(line -> line.contains("Seq Scan on certification"));
        filter.q = "37722";
        query = CertificationQuery.page(
                filter,
                SearchTerms.of(filter.q),
                PageRequest.of(50, null, "certifications"),
                LocalDate.of(2026, 11, 23),
                Instant.EPOCH);
        assertThat(certifications.explain(query)).noneMatch(line -> line.contains("Seq Scan on certification"));
    }

    @Test
    void holdsBackWhatWasWrittenAfterSomethingStillUnderWay() throws SQLException {
        String since = Instant.now().toString();
        heldBackBy(since, TOUCH + "'RNCP900001'");
        changes(since).body("items.number", contains("RNCP900001", "RNCP900002"));
        given().queryParam("updatedSince", since)
                .get("/v1/certifications")
                .then()
                .body("items.number", not(hasItem("RNCP37722")));
    }

    @Test
    void holdsBackWhatWasWrittenAfterANewOneStillUnderWay() throws SQLException {
        String since = Instant.now().toString();
        heldBackBy(
                since,
                INSERT.replace("updated_at, ", "").replace("now(), now(), 0", "now(), 0") + "values "
                        + row(8003, "Zingueur", "") + ") as v (i, t, words, details)");
        changes(since).body("items.number", contains("RNCP908003", "RNCP900002"));
    }

    /** As an import does it: many rows at once, whatever the clock of the service says. */
    @Test
    void holdsBackWhatWasWrittenAfterManyNewOnesStillUnderWay() {
        String since = Instant.now().toString();
        RecordManySheets many = new RecordManySheets(dataSource, changed, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(many.known()).containsKey("RNCP900001");
            many.create(List.of(prepared("RNCP908001"), prepared("RNCP908002")), SOURCE);
            QuarkusTransaction.suspendingExisting().call(() -> {
                run(TOUCH + "'RNCP900002'");
                return true;
            });
            changes(since).body("items", empty());
        });
        changes(since).body("items.number", contains("RNCP908001", "RNCP908002", "RNCP900002"));
    }

    /** What V8 makes of a catalogue recorded before. */
    @Test
    void textsRecordedBeforeArePartedIntoWords() throws SQLException {
        run("drop schema if exists before_v8 cascade");
        migrate("7");
        run(
                INSERT.replace("into certification", "into before_v8.certification")
                        + "values (1, 'Soudeur/soudeuse', 'soudeur/soudeuse', 'travaux:gros-oeuvre')) as v (i, t, words, details)");
        migrate("8");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select search_text, search_details, search_vector @@ 'soudeux:A & oeuvr:B' from before_v8.certification")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("rncp900001 soudeur soudeuse");
            assertThat(row.getString(2)).isEqualTo("travaux gros oeuvre");
            assertThat(row.getBoolean(3)).isTrue();
        }
        run("drop schema before_v8 cascade");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("before_v8")
                .target(target)
                .load()
                .migrate();
    }

    private static String row(int i, String title, String details) {
        return "(%d, '%s', '%s', '%s')".formatted(i, title.replace("'", "''"), Normalised.words(title), details);
    }

    private static PreparedSheet prepared(String number) {
        return new PreparedSheet(new RandomSheets(1).sheet(number), List.of(), null);
    }

    /** Something slow begins, something fast is written meanwhile: nobody sees it before the slow one has ended. */
    private void heldBackBy(String since, String slowly) throws SQLException {
        try (Connection slow = dataSource.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(slowly);
            run(TOUCH + "'RNCP900002'");
            changes(since).body("items", empty());
            slow.commit();
            slow.setAutoCommit(true);
        }
    }

    private static ValidatableResponse changes(String since) {
        return given().queryParam("updatedSince", since)
                .queryParam("sort", "updatedAt")
                .get("/v1/certifications")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse search(String q, String... more) {
        var request = given().queryParam("q", q);
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i], more[i + 1]);
        }
        return request.get("/v1/certifications").then().statusCode(200);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
