package fr.parchemin.gateway.codelist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import fr.parchemin.gateway.GatewayTestResource;
import fr.parchemin.gateway.problem.GatewayProblem;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class CodeListResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A schema of any JSON there is, and a choice of how texts are written in one answer: no codes of the domain. */
    private static final Set<String> NO_CODES = Set.of("JsonNodeType", "ReferentielForm");

    @Test
    void listsWhatThereIs() throws IOException {
        JsonNode index = JSON.readTree(given().get("/v1/code-lists").asByteArray());
        assertThat(index.path("items").findValuesAsText("name"))
                .contains("access-routes", "outcomes", "session-states", "record-states", "problem-types");
        assertThat(index.at("/links/rules").asText()).isEqualTo("/v1/rules");
        for (JsonNode item : index.path("items")) {
            given().get(item.path("href").asText())
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(item.path("name").asText()))
                    .body("title", equalTo(item.path("title").asText()))
                    .body("items.size()", equalTo(item.path("count").asInt()));
        }
    }

    /** The example of the contract is the answer to the request that it gives as an example. */
    @Test
    void answersAsTheContractShows() throws IOException {
        JsonNode contract = contract();
        String name = contract.at("/paths/~1v1~1code-lists~1{name}/get/parameters")
                .findValuesAsText("example")
                .getFirst();
        assertThat(JSON.readTree(given().get("/v1/code-lists/" + name).asByteArray()))
                .isEqualTo(contract.at("/components/schemas/CodeList/examples/0"));
    }

    @Test
    void keepsTheOrderOfTheCode() throws IOException {
        JsonNode contract = contract();
        List<String> states = new ArrayList<>();
        contract.at("/components/schemas/SessionState/enum").forEach(state -> states.add(state.asText()));
        given().get("/v1/code-lists/session-states")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(states))
                .body("items.label", hasItems("Brouillon", "Procès-verbal signé"));
    }

    /** A new enum of a service, or a new code in one, has to have its French word here. */
    @Test
    void everyEnumOfTheContractIsInAList() throws IOException {
        byte[] contract = given().get("/openapi").asByteArray();
        List<Set<String>> lists = CodeLists.read(contract).values().stream()
                .map(list -> list.items().stream().map(CodeView::code).collect(Collectors.toSet()))
                .toList();
        List<String> missing = new ArrayList<>();
        JSON.readTree(contract).at("/components/schemas").properties().stream()
                .filter(schema -> !NO_CODES.contains(schema.getKey()))
                .forEach(schema -> schema.getValue().findValues("enum").forEach(codes -> {
                    List<String> texts = new ArrayList<>();
                    codes.forEach(code -> texts.add(code.asText()));
                    if (lists.stream().noneMatch(list -> list.containsAll(texts))) {
                        missing.add(schema.getKey() + " " + texts);
                    }
                }));
        assertThat(missing).isEmpty();
    }

    @Test
    void aCodeWithoutAWordIsAFaultOfTheBuild() throws IOException {
        JsonNode contract = contract();
        ((ArrayNode) contract.at("/components/schemas/SessionState/enum")).add("LOST");
        byte[] changed = JSON.writeValueAsBytes(contract);
        assertThatThrownBy(() -> CodeLists.read(changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("session-states")
                .hasMessageContaining("LOST");
    }

    @Test
    void aWordWithoutACodeIsAFaultOfTheBuild() throws IOException {
        JsonNode contract = contract();
        ((ArrayNode) contract.at("/components/schemas/SessionState/enum")).remove(0);
        byte[] changed = JSON.writeValueAsBytes(contract);
        assertThatThrownBy(() -> CodeLists.read(changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("session-states");
    }

    @Test
    void servicesThatSpeakOfTheSameHaveTheSameCodes() throws IOException {
        JsonNode contract = contract();
        ((ArrayNode) contract.at("/components/schemas/ResultsAttendance/enum")).remove(0);
        byte[] changed = JSON.writeValueAsBytes(contract);
        assertThatThrownBy(() -> CodeLists.read(changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("attendance");
    }

    /** Those of the services come by their contracts; one of each shows it. */
    @Test
    void listsTheTypesOfProblems() throws IOException {
        JsonNode items = JSON.readTree(
                        given().get("/v1/code-lists/problem-types").asByteArray())
                .path("items");
        assertThat(items.findValuesAsText("code"))
                .doesNotHaveDuplicates()
                .contains("import-running", "wrong-state", "record-frozen", "rows-refused")
                .containsAll(Stream.<ProblemKind>concat(
                                Arrays.stream(CommonProblem.values()), Arrays.stream(GatewayProblem.values()))
                        .map(ProblemKind::slug)
                        .toList());
        assertThat(items.get(0).toString()).isEqualTo("""
                {"code":"invalid-request","label":"La requête est mal formée","problem":{\
                "type":"https://parchemin.fr/problems/invalid-request","title":"The request is not well formed",\
                "status":400,"audience":"DEVELOPER","retry":"after-fix"}}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/code-lists", "/v1/code-lists/outcomes"})
    void saysWhenNothingChanged(String path) {
        String tag = given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", equalTo("public, no-cache"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", equalTo(tag));
    }

    @Test
    void namesTheListsToWhomAsksForAnother() {
        given().get("/v1/code-lists/colours")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/not-found"))
                .body("detail", allOf(containsString("session-states"), containsString("problem-types")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/code-lists?x=1", "/v1/code-lists/outcomes?x=1"})
    void refusesUnknownParameters(String path) {
        given().get(path).then().statusCode(400).contentType("application/problem+json");
    }

    private static JsonNode contract() throws IOException {
        return JSON.readTree(given().get("/openapi").asByteArray());
    }
}
