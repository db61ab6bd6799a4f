package fr.parchemin.gateway.discovery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.gateway.GatewayTestResource;
import fr.parchemin.gateway.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class DiscoveryResourceTest {

    @Test
    void saysWhatIsHere() {
        given().get("/v1")
                .then()
                .statusCode(200)
                .body("name", equalTo("Parchemin"))
                .body("build", matchesPattern("\\d+\\.\\d+\\.\\d+.*"))
                .body("contracts.service", hasItem("gateway"))
                .body("links", hasKey("token"))
                .body("links.openapi", equalTo("/openapi"))
                .body("links.'code-lists'", equalTo("/v1/code-lists"))
                .body("links.certifications", equalTo("/v1/certifications"))
                .body("links.sessions", equalTo("/v1/sessions"))
                .body("links.awards", equalTo("/v1/awards"));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Map<String, String> links = given().get("/v1").then().extract().path("links");
        links.forEach((relation, path) -> {
            if (!relation.equals("token") && !path.startsWith("/v1/")) {
                given().get(path).then().statusCode(200);
            }
        });
    }

    @Test
    void saysWhoTheCallerIs() {
        given().auth()
                .oauth2(TestTokens.good())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("client", equalTo("demo-centre"))
                .body("subject", equalTo("demo-centre"))
                .body("roles", contains("centre"))
                .body("siret", equalTo("98222438800016"))
                .body("expiresAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                .body("operations.operationId", hasItems("getApi", "getMe", "getOpenApi", "postToken"))
                .body("operations.find { it.operationId == 'getMe' }.path", equalTo("/v1/me"));
    }

    @Test
    void needsAToken() {
        given().get("/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void refusesUnknownParameters() {
        given().get("/v1?x=1").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void isHealthyWhenAServiceIsDown() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200).body("reason", nullValue());
    }
}
