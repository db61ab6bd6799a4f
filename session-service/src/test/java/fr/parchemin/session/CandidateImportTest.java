package fr.parchemin.session;

import static fr.parchemin.session.World.CENTRE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.kit.test.EventContract;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.kit.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Candidates by the file: every row checked, all or nothing, the same file twice changes nothing. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class CandidateImportTest {

    private static final String HEADER =
            "reference_externe;nom_naissance;nom_usage;prenoms;sexe;date_naissance;code_insee_naissance;lieu_naissance;"
                    + "pays_naissance;code_postal;courriel;siret_employeur\n";

    private final MovableClock clock;
    private final String mark = World.letters(UUID.randomUUID().toString()).substring(0, 12);

    CandidateImportTest(MovableClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        clock.set(MovableClock.MONDAY);
    }

    @Test
    void aFileGoesInOnceAndIsThenADifference() {
        String file = HEADER
                + row("1", "Fictif Lefèvre", "Alpha Marie", "14/03/1971", "")
                + row("2", "Fictif Noël", "Jean-Pierre", "1972-04-15", "");
        JsonNode first = report(file, StandardCharsets.UTF_8, "");
        assertThat(first.path("recorded").asBoolean()).isTrue();
        assertThat(first.path("counts"))
                .isEqualTo(
                        World.read(
                                "{\"read\":2,\"created\":2,\"changed\":0,\"unchanged\":0,\"refused\":0,\"likelyDuplicates\":0}"));
        String id = first.path("rows").path(0).path("candidateId").asText();
        JsonNode candidate = World.get(CENTRE, "/v1/candidates/" + id);
        assertThat(candidate.path("birthName").asText()).isEqualTo("Fictif Lefèvre");
        assertThat(candidate.path("firstNames")).isEqualTo(World.read("[\"Alpha\", \"Marie\"]"));
        assertThat(candidate.path("bornOn").asText()).isEqualTo("1971-03-14");
        assertThat(candidate.path("birthPlace").path("countryCode").asText()).isEqualTo("FRA");
        assertThat(candidate.path("createdBySiret").asText()).isEqualTo(World.CENTRE_SIRET);

        JsonNode again = report(file, StandardCharsets.UTF_8, "");
        assertThat(again.path("counts").path("unchanged").asInt()).isEqualTo(2);
        assertThat(World.get(CENTRE, "/v1/candidates/" + id)).isEqualTo(candidate);

        String changed = HEADER
                + row("1", "Fictif Lefebvre", "Alpha Marie", "14/03/1971", "a@example.org")
                + row("3", "Fictif Autre", "Gamma", "01/02/1973", "");
        JsonNode third = report(changed, StandardCharsets.UTF_8, "");
        assertThat(third.path("rows").path(0).path("changes")).isEqualTo(World.read("[\"birthName\", \"email\"]"));
        assertThat(third.path("counts").path("created").asInt()).isOne();
        assertThat(World.get(CENTRE, "/v1/candidates/" + id)
                        .path("identityVersion")
                        .asInt())
                .isEqualTo(2);
        var events = KafkaProbe.await("parchemin.identities", 2, e -> e.key().equals(id));
        EventContract.requireValid(events);
        assertThat(events.stream().map(e -> e.data().path("birthName").asText()))
                .containsExactly("Fictif Lefèvre", "Fictif Lefebvre");
    }

    @Test
    void whatSpreadsheetsWrite() {
        Charset windows = Charset.forName("windows-1252");
        String rows = row("w", "Fictif Œuvré", "Zoé", "03/07/1965", "");
        JsonNode report = report(HEADER.replace("\n", "\r\n") + rows.replace("\n", "\r\n"), windows, "");
        assertThat(report.path("encoding").asText()).isEqualTo("windows-1252");
        assertThat(name(report)).isEqualTo("Fictif Œuvré");
        report = report(
                "\uFEFF" + HEADER + row("b", "Fictif Œuvrée", "Zoé", "03/08/1964", ""), StandardCharsets.UTF_8, "");
        assertThat(report.path("encoding").asText()).isEqualTo("UTF-8");
        assertThat(name(report)).isEqualTo("Fictif Œuvrée");
        String commas = "externalRef,Birth Name,usageName,firstNames,sex,bornOn,birthPlace.inseeCode,birthPlace.label,"
                + "birthPlace.countryCode,postalCode,email,employerSiret\n"
                + mark
                + "-c,Fictif Virgule,,\"Alpha, Marie Claire\",F,1963-09-08,35238,\"Rennes, centre\",FRA,35000,,\n";
        report = report(commas, StandardCharsets.UTF_8, "");
        assertThat(report.path("separator").asText()).isEqualTo(",");
        JsonNode candidate = candidate(report);
        assertThat(candidate.path("firstNames")).isEqualTo(World.read("[\"Alpha\", \"Marie Claire\"]"));
        assertThat(candidate.path("birthPlace").path("label").asText()).isEqualTo("Rennes, centre");
    }

    @Test
    void everyFaultOfEveryRow() {
        String file = HEADER
                + row("g", "Fictif Bon", "Alpha", "14/03/1961", "")
                + mark + "-x;R2D2;;;X;31/02/1990;1234;;fr;35000;nobody;123\n"
                + ";Fictif Sans;;Beta;F;01/01/1990;35238;Rennes;;;;\n"
                + row("g", "Fictif Double", "Gamma", "15/03/1961", "");
        JsonNode dry = report(file, StandardCharsets.UTF_8, "?dryRun=true");
        assertThat(dry.path("recorded").asBoolean()).isFalse();
        assertThat(dry.path("rows").findValuesAsText("effect"))
                .containsExactly("CREATED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(dry.path("rows").path(1).path("line").asInt()).isEqualTo(3);
        assertThat(dry.path("rows").path(1).path("faults").findValuesAsText("column"))
                .containsExactly(
                        "nom_naissance",
                        "prenoms",
                        "sexe",
                        "date_naissance",
                        "code_insee_naissance",
                        "lieu_naissance",
                        "pays_naissance",
                        "courriel",
                        "siret_employeur");
        assertThat(dry.path("rows").path(2).path("faults").findValuesAsText("field"))
                .containsExactly("externalRef");
        assertThat(dry.path("rows")
                        .path(3)
                        .path("faults")
                        .path(0)
                        .path("message")
                        .asText())
                .contains("same reference");
        assertThat(dry.path("causes")).hasSize(11);

        JsonNode refused = World.body(send(CENTRE, file.getBytes(StandardCharsets.UTF_8), ""), 422);
        assertThat(refused.path("type").asText()).endsWith("/rows-refused");
        assertThat(refused.path("violations")).hasSize(11);
        assertThat(refused.path("violations").findValuesAsText("message"))
                .anyMatch(m -> m.equals("Not one of [M, F]. (line 3)"));
        assertThat(World.get(CENTRE, "/v1/candidates?externalRef=" + mark + "-g")
                        .path("items"))
                .isEmpty();

        JsonNode partial = report(file, StandardCharsets.UTF_8, "?partial=true");
        assertThat(partial.path("counts").path("created").asInt()).isOne();
        assertThat(partial.path("counts").path("refused").asInt()).isEqualTo(3);
        assertThat(World.get(CENTRE, "/v1/candidates?externalRef=" + mark + "-g")
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aReferenceThatNoPathCanHoldIsRefused() {
        String file = HEADER + mark + "/014;Fictif;;Alpha;F;14/03/1996;35238;Rennes;FRA;35000;;\n";
        JsonNode faults = report(file, StandardCharsets.UTF_8, "?dryRun=true")
                .path("rows")
                .path(0)
                .path("faults");
        assertThat(faults.findValuesAsText("field")).containsExactly("externalRef");
        assertThat(faults.findValuesAsText("message")).allMatch(m -> m.startsWith("Without slash"));
    }

    @Test
    void anotherHeaderIsRefusedWithTheDifferences() {
        String file = "# parchemin candidats version 1\n" + HEADER.replace("nom_usage;", "surnom;sexe;");
        JsonNode refused = World.body(send(CENTRE, file.getBytes(StandardCharsets.UTF_8), ""), 422);
        assertThat(refused.path("type").asText()).endsWith("/other-template");
        assertThat(refused.path("violations").findValuesAsText("field")).containsExactly("surnom", "sexe", "nom_usage");
        String older = "# parchemin candidats version 0\n" + HEADER;
        assertThat(World.body(send(CENTRE, older.getBytes(StandardCharsets.UTF_8), ""), 422)
                        .path("detail")
                        .asText())
                .contains("version 0");
        World.body(send(CENTRE, new byte[0], ""), 400);
        World.body(send(World.AUTHORITY, HEADER.getBytes(StandardCharsets.UTF_8), ""), 403);
    }

    @Test
    void theTemplateIsAFileThatGoesIn() {
        Response template = given().auth().oauth2(Tokens.of(World.PLATFORM)).get("/v1/candidates/import/template");
        assertThat(template.statusCode()).isEqualTo(200);
        assertThat(template.contentType()).startsWith("text/csv");
        JsonNode report = World.body(send(World.PLATFORM, template.asByteArray(), ""), 200);
        assertThat(report.path("counts").path("read").asInt()).isZero();
    }

    @Test
    void likelyDuplicatesWithinTheFile() {
        String file = HEADER
                + row("d1", "Fictif " + mark, "Hélène", "14/03/1951", "")
                + row("d2", "FICTIF-" + mark, "Helene", "14/03/1951", "");
        JsonNode report = report(file, StandardCharsets.UTF_8, "");
        assertThat(report.path("counts").path("likelyDuplicates").asInt()).isEqualTo(2);
        assertThat(report.path("rows")
                        .path(0)
                        .path("likelyDuplicates")
                        .path("items")
                        .path(0)
                        .path("candidateId")
                        .asText())
                .isEqualTo(report.path("rows").path(1).path("candidateId").asText());
    }

    @Test
    void manyOfOneNameAndDay() {
        String rows = IntStream.range(0, 2_000)
                .mapToObj(i -> row(
                        "n" + i,
                        "Fictif Namesake",
                        "Alpha " + World.letters(UUID.randomUUID().toString()).substring(0, 12),
                        "07/07/1947",
                        ""))
                .collect(Collectors.joining());
        long start = System.nanoTime();
        JsonNode report = report(HEADER + rows, StandardCharsets.UTF_8, "");
        System.out.printf("2,000 namesakes imported in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(report.path("counts").path("created").asInt()).isEqualTo(2_000);
    }

    @Test
    void tenThousandRowsAndNotOneMore() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> row(
                        "m" + i,
                        "Fictif " + World.letters(UUID.randomUUID().toString()).substring(0, 8),
                        World.letters(UUID.randomUUID().toString()).substring(0, 6),
                        "%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 1940 + i % 60),
                        ""))
                .collect(Collectors.joining());
        long start = System.nanoTime();
        JsonNode report = report(HEADER + rows, StandardCharsets.UTF_8, "");
        System.out.printf("10,000 candidates imported in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(report.path("counts").path("created").asInt()).isEqualTo(10_000);
        start = System.nanoTime();
        JsonNode again = report(HEADER + rows, StandardCharsets.UTF_8, "");
        System.out.printf("the same again in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(again.path("counts").path("unchanged").asInt()).isEqualTo(10_000);
        World.body(
                send(
                        CENTRE,
                        (HEADER + rows + row("more", "Fictif", "Trop", "01/01/1990", ""))
                                .getBytes(StandardCharsets.UTF_8),
                        ""),
                400);
    }

    private String row(String ref, String birthName, String firstNames, String bornOn, String email) {
        return "%s-%s;%s;;%s;F;%s;35238;Rennes;;35000;%s;\n".formatted(mark, ref, birthName, firstNames, bornOn, email);
    }

    private static JsonNode report(String file, Charset encoding, String query) {
        return World.body(send(CENTRE, file.getBytes(encoding), query), 200);
    }

    private static Response send(String client, byte[] file, String query) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.of(client))
                .contentType("text/csv")
                .body(file)
                .post("/v1/candidates/import" + query);
    }

    private static JsonNode candidate(JsonNode report) {
        return World.get(
                CENTRE,
                "/v1/candidates/"
                        + report.path("rows").path(0).path("candidateId").asText());
    }

    private static String name(JsonNode report) {
        return candidate(report).path("birthName").asText();
    }
}
