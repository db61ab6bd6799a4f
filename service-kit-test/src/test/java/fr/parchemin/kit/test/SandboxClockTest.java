package fr.parchemin.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.test.sample.SampleNotedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service whose present is moved, and what of it must not notice. */
@QuarkusTest
class SandboxClockTest {

    private static final String PATH = "/v1/sandbox/clock";
    private static final String HEADER = "Parchemin-Sandbox-Clock";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Inject
    Clock clock;

    @AfterEach
    void backToTheRealTime() {
        move("null").then().statusCode(200).body("moved", equalTo(false));
    }

    @Test
    void timeRunsOnFromWhereItIsSet() {
        Clock paris = clock.withZone(PARIS);
        Instant there = Instant.parse("2022-03-04T23:30:00Z");

        move("\"" + there + "\"").then().statusCode(200).body("moved", equalTo(true));

        assertThat(clock.instant()).isBetween(there, there.plusSeconds(30));
        assertThat(LocalDate.now(paris)).isEqualTo("2022-03-05");
        assertThat(LocalDate.now(clock)).isEqualTo("2022-03-04");
        Instant before = clock.instant();
        assertThat(clock.instant()).isAfterOrEqualTo(before);
        assertThat(Instant.parse(as("demo-operator").get(PATH).path("now"))).isBetween(there, there.plusSeconds(30));
    }

    @Test
    void everyAnswerShowsThatItIsMoved() {
        given().get("/v1/notes").then().header(HEADER, nullValue());
        move("\"2031-01-01T00:00:00Z\"").then().statusCode(200);

        assertThat(given().get("/v1/notes").header(HEADER)).startsWith("2031-01-01T00:0");
        assertThat(given().get("/v1/notes/none-" + UUID.randomUUID()).header(HEADER))
                .startsWith("2031-01-01T00:0");

        move("null").then().header(HEADER, nullValue());
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void anEventTellsOfTheMovedDayAndTheBrokerKeepsItByTheRealOne() {
        move("\"2021-06-01T10:00:00Z\"").then().statusCode(200);
        String name = "clock-" + UUID.randomUUID();
        Instant sent = Instant.now();
        as("demo-centre")
                .contentType("application/json")
                .header("Idempotency-Key", name)
                .body("{\"name\":\"%s\",\"text\":\"t\",\"count\":0}".formatted(name))
                .post("/v1/notes")
                .then()
                .statusCode(201);

        // Going back does not hold up what waits, nor what is sent again under its key.
        move("\"1995-06-01T10:00:00Z\"").then().statusCode(200);
        assertThat(KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name)))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.headers().get("ce_time")).startsWith("2021-06-01T10:0");
                    assertThat(e.timestamp()).isBetween(sent.minusSeconds(1), Instant.now());
                });
        as("demo-centre")
                .contentType("application/json")
                .header("Idempotency-Key", name)
                .body("{\"name\":\"%s\",\"text\":\"t\",\"count\":0}".formatted(name))
                .post("/v1/notes")
                .then()
                .statusCode(201);
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .containsPattern(Pattern.compile("parchemin_outbox_oldest_age_seconds(\\{.*\\})? \\d{1,2}\\.\\d"));
    }

    @Test
    void whatIsNoUsableTimeIsRefused() {
        move("\"1066-10-14T09:00:00Z\"").then().statusCode(400).body("violations[0].field", equalTo("/now"));
        move("\"tomorrow\"").then().statusCode(400);
        move("\"+1000000000-12-31T23:59:59Z\"").then().statusCode(400);
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void onlyAnOperatorMovesIt() {
        given().get(PATH).then().statusCode(401);
        as("demo-centre").get(PATH).then().statusCode(403);
        as("demo-authority")
                .contentType("application/json")
                .body("{\"now\":null}")
                .post(PATH)
                .then()
                .statusCode(403);
    }

    private static Response move(String now) {
        return as("demo-operator")
                .contentType("application/json")
                .body("{\"now\":" + now + "}")
                .post(PATH);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client));
    }
}
