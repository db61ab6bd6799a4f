package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.test.KafkaProbe;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Figures of a year follow the awards until they are published; then they stay, and what changes is a revision. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class CohortTest extends HoldersBase {

    private static final ObjectMapper JSON = new ObjectMapper();

    private int year() {
        return today().getYear() - 3;
    }

    @Test
    void whatIsPublishedStaysAndWhatChangesIsARevision() {
        String title = newTitle();
        LocalDate day = LocalDate.of(year(), 6, 1);
        Holder first = award(title, "CONTINUING", day);
        award(title, "EXPERIENCE", LocalDate.of(year(), 1, 1));
        award(title, "APPRENTICESHIP", LocalDate.of(year(), 12, 31));
        award(title, "CONTINUING", LocalDate.of(year() + 1, 1, 1));
        award(title, "CONTINUING", LocalDate.of(today().getYear(), 1, 2));
        cohort(title, year())
                .body("source", equalTo("OWN"))
                .body("state", equalTo("RUNNING"))
                .body("revision", nullValue())
                .body("certified", equalTo(3))
                .body("certifiedByVae", equalTo(1))
                .body("rates.measure", contains("EMPLOYMENT", "TARGET_JOB", "TARGET_JOB"))
                .body("rates.wave", contains("P6M", "P6M", "P24M"))
                .body("rates.percent", contains(nullValue(), nullValue(), nullValue()));
        String survey = opened(title);
        answered(survey, first);
        cohort(title, year())
                .body("rates.percent", contains(equalTo(100), equalTo(100), nullValue()))
                .body("rates[0].responseRate", equalTo(33))
                .body("rates.frozen", contains(false, false, false));
        revisions(title).body("items", empty());

        as("demo-analyst").post(publication(title, year())).then().statusCode(403);
        as("demo-certifier").post(publication(title, today().getYear())).then().statusCode(409);
        as("demo-certifier").post(publication(title, 1999)).then().statusCode(404);
        as("demo-certifier")
                .post(publication(title, year()))
                .then()
                .statusCode(200)
                .body("state", equalTo("FROZEN"))
                .body("revision", equalTo(0))
                .body("certified", equalTo(3))
                .body("rates.percent", contains(nullValue(), nullValue(), nullValue()));
        as("demo-certifier").post(publication(title, year())).then().statusCode(409);

        annul(first);
        cohort(title, year()).body("revision", equalTo(1)).body("certified", equalTo(2));
        // Issued anew for the same year: nothing to revise. Awarded late: something to.
        Holder late = award(title, "EXPERIENCE", day);
        cohort(title, year())
                .body("revision", equalTo(2))
                .body("certified", equalTo(3))
                .body("certifiedByVae", equalTo(2));
        answered(survey, late);
        as("demo-certifier").post("/v1/surveys/" + survey + "/freeze").then().statusCode(200);
        cohort(title, year())
                .body("revision", equalTo(3))
                .body("rates.percent", contains(equalTo(100), equalTo(100), nullValue()))
                .body("rates[1].numerator", equalTo(1))
                .body("rates[1].denominator", equalTo(1))
                .body("rates[1].cohortSize", equalTo(3))
                .body("rates[1].responseRate", equalTo(33))
                .body("rates.frozen", contains(true, true, false));
        revisions(title)
                .body("items.revision", contains(0, 1, 2, 3))
                .body("items.cause", contains("PUBLISHED", "TITLES_CHANGED", "TITLES_CHANGED", "SURVEY_FROZEN"))
                .body(
                        "items.reason",
                        contains("Published", "1 title ended (ANNULLED)", "1 title awarded", "Rates of the survey P6M"))
                .body("items.certified", contains(3, 2, 3, 3))
                .body("items[0].rates[0].percent", nullValue());
        cohort(title, year() + 1).body("state", equalTo("RUNNING")).body("certified", equalTo(1));
        // Not even by hand.
        assertThatThrownBy(() ->
                        update("update cohort_revision set certified = 9 where certification_number = '" + title + "'"))
                .hasStackTraceContaining("is refused");
        assertThatThrownBy(() -> update("update cohort set state = 'RUNNING' where certification_number = '" + title
                        + "' and state = 'FROZEN'"))
                .hasStackTraceContaining("is refused");
    }

    @Test
    void noTitleIsLostBetweenAwardsAndPublication() throws Exception {
        for (int round = 0; round < 5; round++) {
            String title = newTitle();
            LocalDate day = LocalDate.of(year(), 7, 1);
            award(title, "CONTINUING", day);
            try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
                List<Callable<Object>> work = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    work.add(() -> {
                        Holder holder = award(title, "CONTINUING", day);
                        annul(holder);
                        return award(title, "EXPERIENCE", day);
                    });
                }
                work.add(3, () -> as("demo-certifier")
                        .post(publication(title, year()))
                        .then()
                        .statusCode(200));
                for (Future<Object> done : threads.invokeAll(work)) {
                    done.get();
                }
            }
            cohort(title, year())
                    .body("state", equalTo("FROZEN"))
                    .body("certified", equalTo(9))
                    .body("certifiedByVae", equalTo(8));
        }
    }

    @Test
    void theRegistersFiguresStandBesideOurOwn() {
        String title = newTitle();
        award(title, "CONTINUING", LocalDate.of(2022, 5, 5));
        tell(title, List.of(source(2021, 12, null, null), source(2022, 247, 0, 33)));
        await().untilAsserted(() ->
                list(title, "").body("items.source", contains("PUBLISHED_BY_SOURCE", "OWN", "PUBLISHED_BY_SOURCE")));
        list(title, "&year=2022")
                .body("items.source", contains("OWN", "PUBLISHED_BY_SOURCE"))
                .body("items.certified", contains(1, 247))
                .body("items[1].certifiedByVae", equalTo(0))
                .body("items[1].rates.percent", contains(33, 26, 72))
                .body("items[1].rates[0].numerator", nullValue())
                .body("items[1].state", equalTo("FROZEN"));
        list(title, "&source=PUBLISHED_BY_SOURCE&year=2021").body("items.certifiedByVae", contains(nullValue()));
        // Page by page the same rows.
        JsonPath page = list(title, "&limit=2").extract().jsonPath();
        list(title, "&limit=2&cursor=" + page.getString("next"))
                .body("items.source", contains("PUBLISHED_BY_SOURCE"))
                .body("items.year", contains(2022));
        tell(title, List.of(source(2022, 248, 0, 33)));
        await().untilAsserted(() -> list(title, "&source=PUBLISHED_BY_SOURCE").body("items.certified", contains(248)));
    }

    @Test
    void leavesAsXmlCsvAndLinesOfWhichNoneSaysZeroForUnknown() throws Exception {
        String title = newTitle();
        Holder holder = award(title, "CONTINUING", LocalDate.of(year(), 2, 2));
        award(title, "EXPERIENCE", LocalDate.of(year() + 1, 2, 2));
        String survey = opened(title);
        answered(survey, holder);
        as("demo-certifier").post("/v1/surveys/" + survey + "/freeze").then().statusCode(200);
        as("demo-certifier").post(publication(title, year())).then().statusCode(200);

        Document xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(export(title, "application/xml", ""))));
        assertThat(names(xml.getDocumentElement())).containsExactly("VERSION_FLUX", "FICHE");
        Element sheet = (Element) xml.getElementsByTagName("FICHE").item(0);
        assertThat(names(sheet)).containsExactly("NUMERO_FICHE", "STATISTIQUES_PROMOTIONS");
        Element published =
                (Element) xml.getElementsByTagName("STATISTIQUES_PROMOTION").item(0);
        assertThat(names(published))
                .containsExactly(
                        "ANNEE",
                        "NOMBRE_CERTIFIES",
                        "NOMBRE_CERTIFIES_VAE",
                        "TAUX_INSERTION_GLOBAL_6MOIS",
                        "TAUX_INSERTION_METIER_6MOIS");
        assertThat(published.getTextContent()).isEqualTo(year() + "10" + "100" + "100");
        Element running =
                (Element) xml.getElementsByTagName("STATISTIQUES_PROMOTION").item(1);
        assertThat(names(running)).containsExactly("ANNEE", "NOMBRE_CERTIFIES", "NOMBRE_CERTIFIES_VAE");
        assertThat(export(title, "application/xml", "&state=FROZEN"))
                .contains("<ANNEE>" + year() + "<")
                .doesNotContain("<ANNEE>" + (year() + 1));

        String[] csv = export(title, "text/csv", "").split("\r\n", -1);
        JsonNode schema = JSON.readTree(
                as("demo-analyst").get("/v1/exports/statistics/schema").asString());
        List<String> fields = new ArrayList<>();
        schema.path("fields").forEach(f -> fields.add(f.path("name").asText()));
        assertThat(Arrays.asList(csv[0].split(",", -1))).isEqualTo(fields);
        assertThat(csv).hasSize(4);
        for (String line : List.of(csv[1], csv[2])) {
            assertFits(schema, Arrays.asList(line.split(",", -1)));
        }
        assertThat(csv[1])
                .startsWith(title + "," + year() + ",OWN,FROZEN,0,1,0,100,100,,1,1,1,1,0,100,1,1,1,1,0,100,,,,,,");
        assertThat(csv[2]).startsWith(title + "," + (year() + 1) + ",OWN,RUNNING,,1,1,,,,");

        String[] lines = export(title, "application/x-ndjson", "").split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(JSON.readTree(lines[0]))
                .isEqualTo(JSON.readTree(cohort(title, year()).extract().asString()));
        assertThat(JSON.readTree(lines[1]).at("/rates/2/percent").isNull()).isTrue();

        as("demo-platform").get("/v1/exports/statistics").then().statusCode(403);
        as("demo-certifier")
                .accept("image/png")
                .get("/v1/exports/statistics")
                .then()
                .statusCode(406);
        as("demo-certifier")
                .queryParam("jahr", 2022)
                .get("/v1/exports/statistics")
                .then()
                .statusCode(400);
        for (String type : List.of("application/xml", "text/csv", "application/x-ndjson")) {
            as("demo-certifier")
                    .urlEncodingEnabled(false)
                    .accept(type)
                    .get("/v1/exports/statistics?certificationNumber=%00")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("status", equalTo(400));
        }
    }

    private static void assertFits(JsonNode schema, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            JsonNode field = schema.path("fields").get(i);
            String cell = cells.get(i);
            JsonNode constraints = field.path("constraints");
            if (cell.isEmpty()) {
                assertThat(constraints.path("required").asBoolean())
                        .as(field.path("name").asText())
                        .isFalse();
                continue;
            }
            switch (field.path("type").asText()) {
                case "integer", "year" -> {
                    assertThat(Integer.parseInt(cell))
                            .isBetween(
                                    constraints.path("minimum").asInt(0),
                                    constraints.path("maximum").asInt(Integer.MAX_VALUE));
                }
                default -> {
                    if (constraints.has("enum")) {
                        List<String> values = new ArrayList<>();
                        constraints.path("enum").forEach(v -> values.add(v.asText()));
                        assertThat(values).contains(cell);
                    } else {
                        assertThat(cell).matches(constraints.path("pattern").asText());
                    }
                }
            }
        }
    }

    private static List<String> names(Element parent) {
        List<String> names = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                names.add(element.getTagName());
            }
        }
        return names;
    }

    private static String export(String title, String type, String query) {
        return as("demo-certifier")
                .accept(type)
                .get("/v1/exports/statistics?certificationNumber=" + title + query)
                .then()
                .statusCode(200)
                .contentType(type)
                .extract()
                .asString();
    }

    private static Map<String, @Nullable Object> source(
            int year, Integer certified, @Nullable Integer byVae, @Nullable Integer employment) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("year", year);
        row.put("certified", certified);
        row.put("certifiedByVae", byVae);
        row.put("employmentRate6Months", employment);
        row.put("targetJobRate6Months", employment == null ? null : 26);
        row.put("targetJobRate2Years", employment == null ? null : 72);
        return row;
    }

    private static void tell(String title, List<Map<String, @Nullable Object>> statistics) {
        Map<String, Object> event = new HashMap<>(Rncp37722.event(title, 1, 30));
        event.put("statistics", statistics);
        KafkaProbe.tell("referentiel", "parchemin.certifications", title, "CertificationChanged", event);
    }

    private String opened(String title) {
        return as("demo-certifier")
                .body(Map.of("certificationNumber", title, "year", year(), "wave", "P6M"))
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void answered(String survey, Holder holder) {
        String id = as("demo-certifier")
                .get("/v1/surveys/" + survey + "/respondents")
                .path("items.find { it.candidateId == '" + holder.candidate() + "' }.respondentId");
        as("demo-certifier")
                .body(Map.of("situation", "TARGET_JOB"))
                .put("/v1/surveys/" + survey + "/answers/" + id)
                .then()
                .statusCode(200);
    }

    private static String publication(String title, int year) {
        return "/v1/cohorts/" + title + "/" + year + "/publication";
    }

    private static ValidatableResponse cohort(String title, int year) {
        return as("demo-analyst")
                .get("/v1/cohorts/" + title + "/" + year)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse revisions(String title) {
        return as("demo-analyst")
                .get("/v1/cohorts/" + title + "/" + year() + "/revisions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String title, String query) {
        return as("demo-analyst")
                .get("/v1/cohorts?certificationNumber=" + title + query)
                .then()
                .statusCode(200);
    }
}
