package fr.parchemin.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import fr.parchemin.gateway.GatewayTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class DocsResourceTest {

    @ParameterizedTest
    @CsvSource({"/docs, text/html", "/docs.css, text/css", "/docs.js, text/javascript"})
    void needsNobodyElse(String path, String type) {
        String text = given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
        assertThat(text).doesNotContain("http://").doesNotContain("https://").doesNotContain("innerHTML");
    }

    @ParameterizedTest
    @CsvSource({"/, 303", "/docs, 200", "/docs.js, 400"})
    void whatOthersAddToALinkToThePageIsLetThrough(String path, int status) {
        given().redirects()
                .follow(false)
                .queryParam("utm_source", "newsletter")
                .get(path)
                .then()
                .statusCode(status);
    }

    @Test
    void theEntranceLeadsToThePage() {
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", endsWith("/docs"));
    }
}
