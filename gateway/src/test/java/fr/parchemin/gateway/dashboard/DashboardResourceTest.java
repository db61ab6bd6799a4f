package fr.parchemin.gateway.dashboard;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.parchemin.gateway.GatewayTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class DashboardResourceTest {

    private static final Pattern NEIGHBOUR =
            Pattern.compile("(?:from \"\\.|(?:href|src|LIBRARY) ?= ?\"/dashboard)/([\\w.-]+)\"");

    @ParameterizedTest
    @CsvSource({
        "/dashboard, text/html",
        "/dashboard?view=success&year=2025, text/html",
        "/dashboard/style.css, text/css",
        "/dashboard/seal.svg, image/svg+xml",
        "/dashboard/main.js, text/javascript",
        "/dashboard/panel.js, text/javascript"
    })
    void needsNobodyElse(String path, String type) {
        String text = given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", equalTo("no-cache"))
                .extract()
                .asString();
        // The name of the SVG vocabulary is no address that anybody calls.
        assertThat(text.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("innerHTML")
                .doesNotContain(" style=");
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard",
        "/dashboard/main.js",
        "/dashboard/results-views.js",
        "/dashboard/work-views.js",
        "/dashboard/panel.js",
        "/dashboard/chart.js",
        "/dashboard/api.js"
    })
    void everyFileThatAFileNamesIsThere(String path) {
        List<String> named = NEIGHBOUR
                .matcher(given().get(path).asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(named)
                .allSatisfy(file -> given().get("/dashboard/" + file).then().statusCode(200));
        assertThat(named.isEmpty()).isEqualTo(path.endsWith("api.js"));
    }

    @Test
    void theChartLibraryIsCompressedAndKeptForEver() {
        String tag = given().header("Accept-Encoding", "gzip")
                .get("/dashboard/echarts-6.0.0.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .header("Vary", equalTo("Accept-Encoding"))
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .header("ETag");
        given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", tag)
                .get("/dashboard/echarts-6.0.0.js")
                .then()
                .statusCode(304);
        // REST Assured would ask for compressed bytes beside.
        given().config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity")
                .header("If-None-Match", tag)
                .get("/dashboard/echarts-6.0.0.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue())
                .body(containsString("Apache"));
    }

    @ParameterizedTest
    @CsvSource({"/dashboard/nothing.js", "/dashboard/echarts/LICENSE", "/dashboard/main.js/more", "/dashboards"})
    void nothingElseIsThere(String path) {
        given().get(path).then().statusCode(404);
    }
}
