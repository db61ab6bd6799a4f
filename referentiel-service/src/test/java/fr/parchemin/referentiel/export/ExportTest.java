package fr.parchemin.referentiel.export;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.kit.test.Tokens;
import fr.parchemin.referentiel.RandomSheets;
import fr.parchemin.referentiel.certification.ReadCertification;
import fr.parchemin.referentiel.certification.RecordSheet;
import fr.parchemin.referentiel.certification.SheetSource;
import fr.parchemin.referentiel.certification.SheetViews;
import fr.parchemin.referentiel.feed.FeedEntry;
import fr.parchemin.referentiel.feed.FeedReader;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue as files: nothing is lost on the way out and back in. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ExportTest {

    private static final String PATH = "/v1/exports/certifications";
    private static final int SHEETS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    @Inject
    RecordSheet recordSheet;

    @Inject
    ReadCertification read;

    @Inject
    ObjectMapper mapper;

    @Inject
    DataSource dataSource;

    private final Map<String, Sheet> sheets = new TreeMap<>();
    private final Map<String, List<Partner>> partners = new TreeMap<>();
    private String since = "";

    @BeforeEach
    void record() {
        since = Instant.now().toString();
        RandomSheets random = new RandomSheets(20261123);
        SheetSource source = new SheetSource("TEST", "4.1", LocalDate.of(2026, 11, 23), Instant.now());
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < SHEETS; i++) {
                String number = (i % 5 == 0 ? "RS" : "RNCP") + (800_000 + i);
                sheets.put(number, random.sheet(number));
                partners.put(number, random.partners());
                recordSheet.record(sheets.get(number), partners.get(number), source);
            }
        });
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from certification where source_feed = 'TEST'");
        }
    }

    @Test
    void xmlReadsBackAsTheSameSheets() {
        byte[] xml = export("application/xml")
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"export_fiches_V4_1_\\d{4}-\\d\\d-\\d\\d\\.xml\""))
                .extract()
                .asByteArray();
        Map<String, Sheet> read = new TreeMap<>();
        FeedReader reader = new FeedReader(new ByteArrayInputStream(xml));
        for (FeedEntry entry = reader.next(); entry != null; entry = reader.next()) {
            FeedEntry.Read found = (FeedEntry.Read) entry;
            read.put(found.sheet().number(), found.sheet());
            assertThat(found.partners()).isEqualTo(partners.get(found.sheet().number()));
        }
        assertThat(reader.version()).isEqualTo("4.1");
        assertThat(read.keySet()).isEqualTo(sheets.keySet());
        sheets.forEach((number, sheet) -> assertThat(read.get(number)).isEqualTo(sheet));
    }

    @Test
    void eachLineIsWhatTheSheetAnswers() throws IOException {
        List<String> lines = export("application/x-ndjson")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Content-Disposition", matchesPattern(".*certifications-\\d{4}-\\d\\d-\\d\\d\\.ndjson\""))
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSize(SHEETS);
        String[] numbers = sheets.keySet().toArray(String[]::new);
        for (int i = 0; i < SHEETS; i++) {
            assertThat(lines.get(i))
                    .isEqualTo(given().get("/v1/certifications/" + numbers[i]).asString());
            assertThat(JSON.readTree(lines.get(i)))
                    .isEqualTo(JSON.readTree(mapper.writeValueAsString(SheetViews.of(read.one(numbers[i])))));
        }
        assertThat(given().accept("application/x-ndjson")
                        .queryParam("q", "RNCP37722")
                        .get(PATH)
                        .asString())
                .isEqualTo(given().get("/v1/certifications/RNCP37722").asString() + "\n");
    }

    @Test
    void csvHasTenFilesOfTheFormatOfTheRegister() throws IOException {
        byte[] zip = export("text/csv")
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(
                        entry.getName().replaceAll("^export_fiches_CSV_|_\\d{4}_\\d\\d_\\d\\d\\.csv$", ""),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.keySet())
                .containsExactly(
                        "Standard",
                        "Blocs_De_Compétences",
                        "Certificateurs",
                        "Partenaires",
                        "Nsf",
                        "Formacode",
                        "Rome",
                        "VoixdAccès",
                        "CCN",
                        "Ancienne_Nouvelle_Certification");
        files.values().forEach(text -> assertThat(text).endsWith("\r\n"));
        assertThat(files.get("Standard")).startsWith("\"Id_Fiche\";\"Numero_Fiche\";");
        String nsf = sheets.values().stream()
                .flatMap(s -> s.nsf().stream()
                        .map(c -> row(s.number(), c.code(), c.label() == null ? null : c.code() + " : " + c.label())))
                .collect(joining());
        assertThat(files.get("Nsf")).isEqualTo("\"Numero_Fiche\";\"Nsf_Code\";\"Nsf_Intitule\"\r\n" + nsf);
        String accredited = partners.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(p -> row(e.getKey(), p.name(), p.siret(), p.authorisation())))
                .collect(joining());
        assertThat(files.get("Partenaires")).endsWith("\"Habilitation_Partenaire\"\r\n" + accredited);
    }

    @Test
    void partnersAreListedPageByPage() {
        var most = partners.entrySet().stream()
                .filter(e -> e.getValue().size() == 4)
                .findFirst()
                .orElseThrow();
        String path = "/v1/certifications/" + most.getKey() + "/partners";
        Response first = given().queryParam("limit", 3).get(path);
        List<@Nullable String> names = new ArrayList<>(first.<List<String>>path("items.name"));
        names.addAll(given().queryParam("limit", 3)
                .queryParam("cursor", first.<String>path("next"))
                .get(path)
                .path("items.name"));
        assertThat(names)
                .containsExactlyElementsOf(
                        most.getValue().stream().map(Partner::name).toList());
        List<String> states = given().queryParam("state", "Actif")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("items.state");
        assertThat(states)
                .hasSize((int) most.getValue().stream()
                        .filter(p -> "Actif".equals(p.state()))
                        .count())
                .containsOnly("Actif");
        given().queryParam("state", "Parti").get(path).then().statusCode(400);
        given().get("/v1/certifications/RNCP899999/partners").then().statusCode(404);
    }

    @Test
    void refusesAParameterThatItDoesNotKnow() {
        given().queryParam("levle", 3).get(PATH).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml, export_fiches_RNCP_V4_1_%s.xml",
        "text/csv, export-fiches-csv-%s.zip",
    })
    void whatWasExportedComesInAgainAndChangesNothing(String type, String name) {
        byte[] file = export(type).get(PATH).then().statusCode(200).extract().asByteArray();

        String sent = certifier()
                .multiPart("file", name.formatted("2026-11-24"), file)
                .post("/v1/imports?dryRun=true")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        JsonPath end = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> certifier().get("/v1/imports/" + sent).jsonPath(),
                        job -> job.getString("endedAt") != null);

        assertThat(end.getString("problem")).isNull();
        assertThat(end.getMap("counts"))
                .containsEntry("read", SHEETS)
                .containsEntry("unchanged", SHEETS)
                .containsEntry("rejected", 0);
    }

    private static RequestSpecification certifier() {
        return given().auth().oauth2(Tokens.of("demo-certifier"));
    }

    @Test
    void anotherRepresentationIs406() {
        given().accept("image/png").get(PATH).then().statusCode(406).body("detail", startsWith("Accept "));
    }

    private RequestSpecification export(String type) {
        return given().accept(type).queryParam("updatedSince", since);
    }

    private static String row(@Nullable String... values) {
        return Arrays.stream(values)
                        .map(v -> v == null ? "" : '"' + v.replace("\"", "\"\"") + '"')
                        .collect(joining(";"))
                + "\r\n";
    }
}
