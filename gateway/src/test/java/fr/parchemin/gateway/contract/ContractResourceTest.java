package fr.parchemin.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.parchemin.gateway.GatewayTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class ContractResourceTest {

    @ParameterizedTest
    @CsvSource({
        "/openapi, */*, application/json",
        "/openapi, application/json, application/json",
        "/openapi, application/yaml, application/yaml",
        "/openapi, text/yaml, text/yaml",
        "/openapi, 'text/html, */*;q=0.5', application/json",
        "/openapi.json, */*, application/json",
        "/openapi.yaml, */*, application/yaml",
        "/openapi.yaml, text/html, application/yaml",
    })
    void speaksJsonAndYaml(String path, String accept, String type) {
        given().header("Accept", accept)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .body(containsString("/v1/me"));
    }

    @Test
    void saysWhenNothingChanged() {
        String tag = given().get("/openapi").then().extract().header("ETag");
        given().header("If-None-Match", tag)
                .get("/openapi")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().header("If-None-Match", tag)
                .accept("application/yaml")
                .get("/openapi")
                .then()
                .statusCode(200);
    }

    @Test
    void theDoorIsItsServer() {
        given().get("/openapi")
                .then()
                .body("servers.url", equalTo(List.of("/")))
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"));
    }

    /** The committed contract is what clients were promised; {@code -Dcontracts.update=true} writes a new one. */
    @Test
    void theContractOfTheGatewayIsTheOneThatIsCommitted() throws IOException {
        Path built = Path.of("target/openapi/openapi.yaml");
        Path committed = Path.of("../contracts/openapi/gateway.yaml");
        JsonNode now = withoutAddress(built);
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(committed, Files.readString(built));
        }
        assertThat(now).isEqualTo(withoutAddress(committed));
    }

    private static JsonNode withoutAddress(Path file) throws IOException {
        ObjectNode document = (ObjectNode) new YAMLMapper().readTree(file.toFile());
        document.remove("servers");
        return document;
    }
}
