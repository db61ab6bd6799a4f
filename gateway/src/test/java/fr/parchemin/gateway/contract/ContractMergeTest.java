package fr.parchemin.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractMergeTest {

    private static final String ALPHA = """
            openapi: 3.1.0
            tags: [{name: Things}]
            paths:
              /v1/things/{id}:
                parameters: [{$ref: '#/components/parameters/Id'}]
                get:
                  operationId: getThing
                  tags: [Things]
                  security: [{SecurityScheme: [centre, juror]}]
                  responses: {"200": {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
              /v1/open:
                get: {operationId: getOpen, responses: {"200": {description: ok}}}
            components:
              parameters:
                Id: {name: id, in: path}
              securitySchemes:
                SecurityScheme: {type: openIdConnect}
              schemas:
                Problem: {type: object, properties: {violations: {type: array, items: {$ref: '#/components/schemas/Violation'}}}}
                Violation: {type: object}
                Thing: {type: object, properties: {place: {$ref: '#/components/schemas/Place'}}}
                Place: {type: string}
                Holder: {type: object, properties: {place: {$ref: '#/components/schemas/Place'}}}
                Choice:
                  discriminator: {propertyName: kind, mapping: {place: '#/components/schemas/Place'}}
            """;

    private static final String BETA = """
            openapi: 3.1.0
            security: [{oidc: []}]
            paths:
              /v1/others:
                post:
                  operationId: createOther
                  responses: {"200": {content: {application/json: {schema: {$ref: '#/components/schemas/Holder'}}}}}
            components:
              schemas:
                Problem: {type: object, properties: {violations: {type: array, items: {$ref: '#/components/schemas/Violation'}}}}
                Violation: {type: object}
                Place: {type: integer}
                Holder: {type: object, properties: {place: {$ref: '#/components/schemas/Place'}}}
            """;

    @Test
    void keepsWhatIsAlikeOnce() {
        JsonNode schemas = merge(ALPHA, BETA).at("/components/schemas");
        assertThat(schemas.has("Problem")).isTrue();
        assertThat(schemas.has("Violation")).isTrue();
        assertThat(schemas.at("/Problem/properties/violations/items/$ref").asText())
                .isEqualTo("#/components/schemas/Violation");
    }

    @Test
    void namesWhatDiffersAfterItsService() {
        ObjectNode whole = merge(ALPHA, BETA);
        JsonNode schemas = whole.at("/components/schemas");
        assertThat(schemas.has("Place")).isFalse();
        assertThat(schemas.at("/AlphaPlace/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/BetaPlace/type").asText()).isEqualTo("integer");
        assertThat(schemas.at("/Thing/properties/place/$ref").asText()).isEqualTo("#/components/schemas/AlphaPlace");
        assertThat(schemas.at("/Choice/discriminator/mapping/place").asText())
                .isEqualTo("#/components/schemas/AlphaPlace");
    }

    @Test
    void seesADifferenceBehindAReference() {
        ObjectNode whole = merge(ALPHA, BETA);
        assertThat(whole.at("/components/schemas").has("Holder")).isFalse();
        assertThat(whole.at("/components/schemas/AlphaHolder/properties/place/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/AlphaPlace");
        assertThat(whole.at("/paths/~1v1~1others/post/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/BetaHolder");
    }

    @Test
    void doesNotDependOnTheOrderOfTheServices() {
        ObjectNode forth = merge(ALPHA, BETA);
        Map<String, ObjectNode> turned = new LinkedHashMap<>();
        turned.put("beta", yaml(BETA));
        turned.put("alpha", yaml(ALPHA));
        ObjectNode back = ContractMerge.merge(head(), scheme(), turned);
        assertThat((JsonNode) back.get("components")).isEqualTo(forth.get("components"));
        assertThat((JsonNode) back.get("paths")).isEqualTo(forth.get("paths"));
    }

    @Test
    void hasOneWayToAuthenticate() {
        ObjectNode whole = merge(ALPHA, BETA);
        assertThat(whole.at("/components/securitySchemes").size()).isEqualTo(1);
        assertThat(whole.at("/paths/~1v1~1things~1{id}/get/security").toString())
                .isEqualTo("[{\"bearer\":[\"centre\",\"juror\"]}]");
        assertThat(whole.at("/paths/~1v1~1others/post/security").toString()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(whole.at("/paths/~1v1~1open/get/security").toString()).isEqualTo("[]");
    }

    @Test
    void groupsWhatHasNoTagUnderItsService() {
        ObjectNode whole = merge(ALPHA, BETA);
        assertThat(whole.at("/paths/~1v1~1others/post/tags/0").asText()).isEqualTo("beta");
        assertThat(whole.get("tags").findValuesAsText("name")).containsExactly("Things", "alpha", "beta");
    }

    @Test
    void refusesAPathThatTwoServicesClaim() {
        String other = BETA.replace("/v1/others", "/v1/things/{number}");
        assertThatThrownBy(() -> merge(ALPHA, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alpha")
                .hasMessageContaining("beta")
                .hasMessageContaining("/v1/things/{}");
    }

    @Test
    void refusesAnOperationIdThatTwoServicesClaim() {
        String other = BETA.replace("createOther", "getThing");
        assertThatThrownBy(() -> merge(ALPHA, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("operationId getThing");
    }

    @Test
    void refusesToHideASchemaUnderANewName() {
        String other = BETA.replace("Violation: {type: object}", "AlphaPlace: {type: boolean}");
        assertThatThrownBy(() -> merge(ALPHA, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AlphaPlace");
    }

    @Test
    void hasEachTypeOfProblemOnce() {
        String common = "{type: p/stale, title: No longer so, status: 412}";
        ObjectNode whole = merge(
                ALPHA + "x-problem-types: [" + common + "]\n",
                BETA + "x-problem-types: [" + common + ", {type: p/running, title: It runs, status: 409}]\n");
        assertThat(whole.get("x-problem-types").findValuesAsText("type")).containsExactly("p/stale", "p/running");
    }

    @Test
    void refusesATypeOfProblemThatMeansTwoThings() {
        assertThatThrownBy(() -> merge(
                        ALPHA + "x-problem-types: [{type: p/refused, title: All is refused}]\n",
                        BETA + "x-problem-types: [{type: p/refused, title: Some is refused}]\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("beta")
                .hasMessageContaining("p/refused");
    }

    private static ObjectNode merge(String alpha, String beta) {
        Map<String, ObjectNode> contracts = new LinkedHashMap<>();
        contracts.put("alpha", yaml(alpha));
        contracts.put("beta", yaml(beta));
        return ContractMerge.merge(head(), scheme(), contracts);
    }

    private static ObjectNode head() {
        return JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    }

    private static ObjectNode scheme() {
        return JsonNodeFactory.instance.objectNode().put("type", "http");
    }

    private static ObjectNode yaml(String text) {
        try {
            return new YAMLMapper().readValue(text, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
