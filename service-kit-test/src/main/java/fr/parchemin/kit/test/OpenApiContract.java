package fr.parchemin.kit.test;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.parchemin.kit.web.ContractYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The HTTP contract of a service: {@code contracts/openapi/<application>.yaml} is what the code says, and it says enough. A
 * service has a test class that extends this one:
 *
 * <pre>{@code @QuarkusTest class OpenApiContractTest extends OpenApiContract {}}</pre>
 *
 * <p>{@code -Dcontracts.update=true} writes the file anew; the difference is then reviewed with the change that made it.
 */
public abstract class OpenApiContract {

    private static final Pattern WHO =
            Pattern.compile("(?i)anyone|public|certifier|authority|centre|juror|platform|analyst|operator|every role");
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final Set<String> HEADERS = Set.of("Idempotency-Key", "If-Match", "If-None-Match");
    private static final YAMLMapper YAML = ContractYaml.mapper();

    @Test
    void theCommittedContractIsWhatTheCodeSays() throws IOException {
        Path file = Contracts.folder()
                .resolve("openapi")
                .resolve(ConfigProvider.getConfig().getValue("quarkus.application.name", String.class) + ".yaml");
        JsonNode generated = document();
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, YAML.writeValueAsString(generated));
        }
        String committed = Files.exists(file) ? YAML.writeValueAsString(YAML.readTree(file.toFile())) : "";
        assertEquals(
                committed,
                YAML.writeValueAsString(generated),
                file + " differs from the code; if it should, run this test with -Dcontracts.update=true and review");
    }

    @Test
    void everyOperationIsDescribed() {
        List<String> faults = new ArrayList<>();
        forEachOperation((where, operation) -> {
            for (String field : List.of("operationId", "summary", "description")) {
                if (operation.path(field).asText().isBlank()) {
                    faults.add(where + " has no " + field);
                }
            }
            if (!WHO.matcher(operation.path("description").asText()).find()) {
                faults.add(where + " does not say who may call it");
            }
        });
        assertNone(faults);
    }

    @Test
    void operationIdsAreUnique() {
        Map<String, String> seen = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        forEachOperation((where, operation) -> {
            String earlier = seen.put(operation.path("operationId").asText(), where);
            if (earlier != null) {
                faults.add(where + " has the operationId of " + earlier);
            }
        });
        assertNone(faults);
    }

    @Test
    void errorsAreProblemDetails() {
        List<String> faults = new ArrayList<>();
        JsonNode document = document();
        forEachOperation((where, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().matches("[45].."))
                .filter(response -> !resolved(response.getValue(), document)
                        .at("/content/application~1problem+json/schema/$ref")
                        .asText()
                        .endsWith("/Problem"))
                .forEach(response -> faults.add(where + " answers " + response.getKey() + " without problem details")));
        assertNone(faults);
    }

    @Test
    void whatHasABodySaysWhatIsInIt() {
        List<String> faults = new ArrayList<>();
        JsonNode document = document();
        forEachOperation((where, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().matches("2.."))
                .filter(response -> resolved(response.getValue(), document).has("content"))
                .filter(response ->
                        resolved(response.getValue(), document).path("content").isEmpty())
                .forEach(response -> faults.add(where + " answers " + response.getKey()
                        + " with a body of no media type: does the method have its @Produces?")));
        assertNone(faults);
    }

    @Test
    void everyBodyOfJsonHasAnExample() {
        List<String> faults = new ArrayList<>();
        JsonNode document = document();
        forEachOperation((where, operation) -> {
            JsonNode body = operation.at("/requestBody/content/application~1json");
            JsonNode schema = resolved(body.path("schema"), document);
            if (!body.isMissingNode() && !body.has("example") && !body.has("examples") && !schema.has("examples")) {
                faults.add(where + " takes a body without an example: is its media type named?");
            }
        });
        assertNone(faults);
    }

    @Test
    void everyOperationNamesItsErrors() {
        List<String> faults = new ArrayList<>();
        forEachOperation((where, operation) -> {
            JsonNode responses = operation.path("responses");
            boolean guarded = !rolesOf(operation).isEmpty();
            for (String status : guarded ? List.of("400", "401", "403") : List.of("400")) {
                if (!responses.has(status)) {
                    faults.add(where + " does not name " + status);
                }
            }
        });
        assertNone(faults);
    }

    @Test
    void aRequirementNamesTheRoles() {
        List<String> faults = new ArrayList<>();
        forEachOperation((where, operation) -> {
            if (operation.has("security") && rolesOf(operation).isEmpty()) {
                faults.add(where + " wants a token of any role, as the contract has it");
            }
        });
        assertNone(faults);
    }

    @Test
    void parametersHaveTheirNamesOfTheWire() {
        List<String> faults = new ArrayList<>();
        JsonNode document = document();
        forEachOperation((where, operation) -> operation.path("parameters").forEach(named -> {
            JsonNode parameter = resolved(named, document);
            String name = parameter.path("name").asText();
            boolean known = parameter.path("in").asText().equals("header")
                    ? HEADERS.contains(name)
                    : name.matches("[a-z][A-Za-z]*");
            if (!known) {
                faults.add(where + " has a parameter " + name + " in "
                        + parameter.path("in").asText());
            }
        }));
        assertNone(faults);
    }

    /** Roles of which one is needed; empty where no token is, or the contract does not say. */
    private static JsonNode rolesOf(JsonNode operation) {
        Iterator<JsonNode> schemes = operation.at("/security/0").elements();
        return schemes.hasNext() ? schemes.next() : MissingNode.getInstance();
    }

    /** A response or a schema, or the shared one that it refers to. */
    private static JsonNode resolved(JsonNode part, JsonNode document) {
        String ref = part.path("$ref").asText();
        return ref.isEmpty() ? part : document.at(ref.substring(1));
    }

    private static void forEachOperation(BiConsumer<String, JsonNode> check) {
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            if (!path.getKey().startsWith("/v1")) {
                // Descriptions and the token endpoint follow standards of their own.
                continue;
            }
            for (String method : METHODS) {
                JsonNode operation = path.getValue().get(method);
                if (operation != null) {
                    check.accept(method.toUpperCase(Locale.ROOT) + " " + path.getKey(), operation);
                }
            }
        }
    }

    /** The document with its paths and schemas in alphabetical order, so that differences are differences. */
    private static JsonNode document() {
        try {
            ObjectNode document = (ObjectNode) YAML.readTree(
                    given().accept("application/yaml").get("/q/openapi").asString());
            document.remove("servers");
            sort(document, "paths");
            document.path("components").fieldNames().forEachRemaining(name -> sort(document.get("components"), name));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sort(JsonNode parent, String field) {
        if (parent.path(field) instanceof ObjectNode node) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            node.removeAll();
            node.setAll(sorted);
        }
    }

    private static void assertNone(List<String> faults) {
        assertEquals(List.of(), faults);
    }
}
