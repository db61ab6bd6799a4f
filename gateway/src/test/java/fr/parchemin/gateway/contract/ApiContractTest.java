package fr.parchemin.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.parchemin.gateway.proxy.Part;
import fr.parchemin.gateway.proxy.Routes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the contracts of this repository against each other and against the gateway. */
class ApiContractTest {

    private static final Path CONTRACTS = Path.of("../contracts/openapi");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final ApiContract contract = new ApiContract("1");

    @Test
    void makesOneDocumentOfAllContracts() throws IOException {
        JsonNode document = new ObjectMapper().readTree(contract.json());
        assertThat(document.get("openapi").asText()).startsWith("3.1");
        assertThat(document.at("/info/title").asText()).isEqualTo("Parchemin");
        assertThat(document.get("paths").size()).isEqualTo(pathsInFiles());
        assertThat((JsonNode) new YAMLMapper().readTree(contract.yaml())).isEqualTo(document);
    }

    @Test
    void aTimeIsATextToReadersOfOlderYamlToo() {
        assertThat(new String(contract.yaml(), StandardCharsets.UTF_8))
                .contains("\"17:30\"")
                .doesNotContainPattern("(?m)(: |- )\\d+(:\\d\\d)+$")
                .doesNotContainPattern("(?m)(: |- )\\d{4}-\\d\\d-\\d\\d\\S*$");
    }

    @Test
    void everyReferenceHasATarget() throws IOException {
        JsonNode document = new ObjectMapper().readTree(contract.json());
        List<String> broken = new ArrayList<>();
        document.findValues("$ref").forEach(reference -> {
            String pointer = reference.asText().substring(1);
            if (document.at(pointer).isMissingNode()) {
                broken.add(reference.asText());
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void everyOperationHasItsId() {
        assertThat(contract.operations()).isNotEmpty().allSatisfy(operation -> assertThat(operation.id())
                .as("%s %s", operation.method(), operation.path())
                .isNotBlank());
        assertThat(contract.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyPathLeadsToTheServiceThatDescribesIt() throws IOException {
        for (Part part : List.of(Part.REFERENTIEL, Part.SESSION, Part.RESULTS)) {
            Path file = CONTRACTS.resolve(part.name().toLowerCase(Locale.ROOT) + "-service.yaml");
            if (Files.exists(file)) {
                new YAMLMapper()
                        .readTree(file.toFile())
                        .get("paths")
                        .fieldNames()
                        .forEachRemaining(
                                path -> assertThat(Routes.of(path)).as(path).isEqualTo(part));
            }
        }
    }

    private static int pathsInFiles() throws IOException {
        int paths = 0;
        try (var files = Files.newDirectoryStream(CONTRACTS, "*.yaml")) {
            for (Path file : files) {
                for (JsonNode item : new YAMLMapper().readTree(file.toFile()).get("paths")) {
                    if (METHODS.stream().anyMatch(item::has)) {
                        paths++;
                    }
                }
            }
        }
        return paths;
    }
}
