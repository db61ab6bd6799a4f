package fr.parchemin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.ToldSession.Candidate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Research gets results, and nobody learns from them whose they are. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class ResearchExportTest extends JourneyBase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "pseudonym",
            "certificationNumber",
            "sessionType",
            "blockCode",
            "route",
            "outcome",
            "titleAwarded",
            "blocks",
            "ageBand",
            "region",
            "month"));

    @Test
    void tellsWhatCameOfSessionsUnderNamesOfOneFile() throws IOException {
        Candidate twice = candidate("FICTIF-CHERCHÉ");
        String first = submittedBlock(Rncp37722.BC03, false, twice, "QP");
        List<JsonNode> before = lines();
        validatedAndNotified(first);
        assertThat(lines()).hasSize(before.size() + 1);
        Candidate again = twice.again();
        String second = submittedBlock(Rncp37722.BC01, false, again, "MSP", "ET");
        assertThat(lines()).hasSize(before.size() + 1);
        validatedAndNotified(second);
        Candidate other = candidate("FICTIF-AUTRE");
        validatedAndNotified(submittedBlock(Rncp37722.BC03, false, other, "QP"));

        List<JsonNode> one = lines();
        List<JsonNode> two = lines();
        assertThat(one).hasSize(before.size() + 3).hasSameSizeAs(two);
        one.forEach(line -> {
            Set<String> fields = new TreeSet<>();
            line.fieldNames().forEachRemaining(fields::add);
            assertThat(fields).isEqualTo(FIELDS);
            assertThat(line.toString())
                    .doesNotContain(
                            "CHERCHÉ", "AUTRE", "2001-02-03", twice.id().toString(), "Lyon", ToldSession.CENTRE);
        });
        assertThat(names(one)).doesNotContainAnyElementsOf(names(two));
        assertThat(names(one)).allMatch(n -> n.matches("[A-Za-z0-9_-]{43}"));
        // Whoever sat twice has one name for both: there is one such person more.
        assertThat(withBoth(one)).isEqualTo(withBoth(before) + 1);
        assertThat(withBoth(two)).isEqualTo(withBoth(before) + 1);
        assertThat(one).anySatisfy(line -> {
            assertThat(line.path("outcome").asText()).isEqualTo("AWARDED");
            assertThat(line.path("sessionType").asText()).isEqualTo("CCP");
            assertThat(line.path("route").asText()).isEqualTo("CONTINUING");
            assertThat(line.path("ageBand").asText()).isEqualTo("FROM_25_TO_34");
            assertThat(line.path("region").asText()).isEqualTo("84");
            assertThat(line.path("month").asText()).isEqualTo("2026-11");
            assertThat(line.path("blocks").toString())
                    .isEqualTo("[{\"code\":\"" + Rncp37722.BC03 + "\",\"result\":\"OBTAINED\"}]");
        });

        String[] csv = as("demo-certifier")
                .accept("text/csv")
                .get("/v1/exports/results?year=2026&certificationNumber=" + Rncp37722.NUMBER)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\r\n");
        assertThat(csv[0])
                .isEqualTo(
                        "pseudonym,certificationNumber,sessionType,blockCode,route,outcome,titleAwarded,blocks,ageBand,region,month");
        assertThat(csv)
                .anyMatch(r -> r.endsWith(",RNCP37722,CCP," + Rncp37722.BC03 + ",CONTINUING,AWARDED,false,"
                        + Rncp37722.BC03 + "=OBTAINED,FROM_25_TO_34,84,2026-11"));
        assertThat(lines("?year=2025")).isEmpty();
        as("demo-authority")
                .queryParam("action", "exportResults")
                .queryParam("limit", 500)
                .get("/v1/audit")
                .then()
                .body("items.actor", hasItem("demo-analyst"))
                .body("items.details.year", hasItem("2026"));
        for (String client : List.of("demo-platform", "demo-centre", "demo-authority", "demo-juror-1")) {
            as(client).get("/v1/exports/results").then().statusCode(403);
        }
        as("demo-analyst").get("/v1/exports/results?year=99999999").then().statusCode(400);
    }

    /** R118: an award withdrawn by decision stands no longer, and the figures count it in the same way. */
    @Test
    void whatWasWithdrawnStandsNoLonger() throws IOException {
        Candidate holder = candidate("FICTIF-TITULAIRE");
        Candidate partial = candidate("FICTIF-PARTIEL");
        ToldSession session = new ToldSession("TITLE", null, false, jurors)
                .with("startsOn", "2018-03-05")
                .with("endsOn", "2018-03-06")
                .declare()
                .enrol(holder)
                .enrol(partial)
                .appointJury()
                .open()
                .attend(holder, "PRESENT")
                .attend(partial, "PRESENT");
        session.presentFirstAid(holder).close();
        awaitClosed(session);
        for (Candidate candidate : List.of(holder, partial)) {
            foundAble(candidate, "MSP", "ET", "QP", "EF");
        }
        validatedAndNotified(submitted(session));
        assertThat(lines("?year=2018"))
                .extracting(l -> l.path("outcome").asText())
                .containsExactlyInAnyOrder("AWARDED", "PARTIAL_SUCCESS");

        withdraw(titleOf(holder));
        List<String> blocks = as("demo-platform")
                .queryParam("candidateId", partial.id())
                .get("/v1/awards")
                .then()
                .statusCode(200)
                .extract()
                .path("items.number");
        blocks.forEach(ResearchExportTest::withdraw);
        List<JsonNode> after = lines("?year=2018");
        assertThat(after).allMatch(l -> !l.path("titleAwarded").asBoolean());
        assertThat(after)
                .extracting(l -> l.path("outcome").asText())
                .containsExactlyInAnyOrder("PARTIAL_SUCCESS", "FAILURE");
        assertThat(after)
                .filteredOn(l -> l.path("outcome").asText().equals("FAILURE"))
                .allSatisfy(l -> assertThat(l.path("blocks").toString()).doesNotContain("\"OBTAINED\""));
        await().untilAsserted(() -> as("demo-authority")
                .queryParam("year", 2018)
                .queryParam("certificationNumber", Rncp37722.NUMBER)
                .get("/v1/statistics")
                .then()
                .body("total.admitted", equalTo(0))
                .body("total.partial", equalTo(1))
                .body("total.failed", equalTo(1)));
    }

    private static void withdraw(String award) {
        as("demo-authority")
                .body(Map.of("reason", "Décision fictive"))
                .post("/v1/awards/" + award + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void whatFailsBeforeTheFirstLineIsAProblemAndNoEmptyFile() {
        for (String type : List.of("application/x-ndjson", "text/csv")) {
            as("demo-analyst")
                    .urlEncodingEnabled(false)
                    .accept(type)
                    .get("/v1/exports/results?certificationNumber=%00")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("status", equalTo(400));
        }
    }

    private void validatedAndNotified(String record) {
        for (String step : List.of("validation", "notification")) {
            as("demo-authority")
                    .body(Map.of())
                    .post("/v1/records/" + record + "/" + step)
                    .then()
                    .statusCode(200);
        }
    }

    /** How many people of a file sat for two blocks, as {@code twice} did. */
    private static long withBoth(List<JsonNode> lines) {
        return names(lines).stream()
                .filter(name -> lines.stream()
                        .filter(l -> l.path("pseudonym").asText().equals(name))
                        .map(l -> l.path("blockCode").asText())
                        .toList()
                        .containsAll(List.of(Rncp37722.BC01, Rncp37722.BC03)))
                .count();
    }

    private static Set<String> names(List<JsonNode> lines) {
        Set<String> names = new TreeSet<>();
        lines.forEach(l -> names.add(l.path("pseudonym").asText()));
        return names;
    }

    private static List<JsonNode> lines() throws IOException {
        return lines("");
    }

    private static List<JsonNode> lines(String query) throws IOException {
        String text = as("demo-analyst")
                .get("/v1/exports/results" + query)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
