package fr.parchemin.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.test.sample.SampleNotedEvent;
import fr.parchemin.kit.test.sample.WriteSampleNote;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional requests, idempotency keys and pages, over HTTP. */
@QuarkusTest
class RequestTest {

    private final String name = "r-" + UUID.randomUUID();

    @Test
    void aReadThatChangedNothingIs304() {
        create(name, null);
        String tag = given().get("/v1/notes/" + name)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        assertThat(tag).matches("\"[\\w-]{22}\"");
        for (String held : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            given().header("If-None-Match", held)
                    .get("/v1/notes/" + name)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .body(equalTo(""));
        }
        given().header("If-None-Match", "\"other\"")
                .get("/v1/notes/" + name)
                .then()
                .statusCode(200);
    }

    @Test
    void aWriteNamesTheVersionThatItChanges() {
        create(name, null);
        String tag = given().get("/v1/notes/" + name).header("ETag");

        replace(null).then().statusCode(428).body("type", equalTo(problem("precondition-required")));
        replace("\"other\"").then().statusCode(412).body("type", equalTo(problem("stale")));
        replace("W/" + tag).then().statusCode(412);
        replace(tag.replace("\"", "")).then().statusCode(412);
        replace("\"other\", " + tag).then().statusCode(200).body("version", equalTo(1));
        replace(tag).then().statusCode(412);
        replace("*").then().statusCode(200).body("version", equalTo(2));

        given().header("If-None-Match", tag).get("/v1/notes/" + name).then().statusCode(200);
        assertThat(KafkaProbe.await(SampleNotedEvent.TOPIC, 3, e -> e.key().equals(name)))
                .hasSize(3);
    }

    @Test
    void aWriteToNothingIs412WhateverVersionItNames() {
        replace("*").then().statusCode(412);
        replace("\"other\"").then().statusCode(412);
        replace(null).then().statusCode(404);
    }

    @Test
    void preconditionsOnNothingAndOnSomething() {
        assertThatCode(() -> IfMatch.require(null, null)).doesNotThrowAnyException();
        assertThatCode(() -> IfNoneMatch.require(null, "a")).doesNotThrowAnyException();
        assertThatCode(() -> IfNoneMatch.require(new IfNoneMatch("*"), null)).doesNotThrowAnyException();
        assertThatCode(() -> IfNoneMatch.require(new IfNoneMatch("\"b\""), "a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> IfNoneMatch.require(new IfNoneMatch("*"), "a"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(CommonProblem.STALE));
        assertThatThrownBy(() -> IfMatch.require(new IfMatch("*"), null))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(CommonProblem.STALE));
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAndOneEffect() {
        String key = UUID.randomUUID().toString();
        String first = create(name, key).then().statusCode(201).extract().asString();
        String second = create(name, key).then().statusCode(201).extract().asString();

        assertThat(second).isEqualTo(first);
        assertThat(Database.count("select count(*) from sample_note where name = ?", name))
                .isEqualTo(1);
        create(name, UUID.randomUUID().toString()).then().statusCode(409);
        create(name, null).then().statusCode(409);
    }

    @Test
    void theSameKeyWithAnotherBodyIs422() {
        String key = UUID.randomUUID().toString();
        create(name, key).then().statusCode(201);

        create(name + "-other", key).then().statusCode(422).body("type", equalTo(problem("idempotency-key-reused")));

        assertThat(Database.count("select count(*) from sample_note where name = ?", name + "-other"))
                .isZero();
    }

    @Test
    void twoClientsMayUseOneKey() {
        String key = UUID.randomUUID().toString();
        create(name, key).then().statusCode(201);

        as("demo-centre-2")
                .header("Idempotency-Key", key)
                .body(body(name + "-2"))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .body("name", equalTo(name + "-2"));
    }

    @Test
    void aRequestThatWasRefusedLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        create(name, null).then().statusCode(201);
        create(name, key).then().statusCode(409);

        create(name + "-2", key).then().statusCode(201);
    }

    @Test
    void twoAtOnceHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < 8; n++) {
                answers.add(clients.submit(() -> create(name, key)));
            }
        }

        List<String> bodies = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            bodies.add(answer.get().asString());
        }
        assertThat(bodies).containsOnly(bodies.getFirst());
        assertThat(KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name)))
                .hasSize(1);
    }

    @Test
    void aKeyMustBeSomething() {
        create(name, " ").then().statusCode(400).body("violations[0].field", equalTo("Idempotency-Key"));
        create(name, "x".repeat(256)).then().statusCode(400);
        create(name, "x".repeat(255 - name.length()) + name).then().statusCode(201);
    }

    @Test
    void aListComesPageByPage() {
        IntStream.range(0, 7).forEach(n -> create(name + "-" + n, null).then().statusCode(201));

        Response first = given().queryParam("prefix", name).get("/v1/notes?limit=3");
        assertThat(names(first)).containsExactly(name + "-0", name + "-1", name + "-2");
        // Whoever comes in front of the cursor is not seen, and nobody is seen twice.
        create(name + "-1a", null).then().statusCode(201);
        create(name + "-2a", null).then().statusCode(201);
        Response second = given().urlEncodingEnabled(false).get(link(first));
        assertThat(names(second)).containsExactly(name + "-2a", name + "-3", name + "-4");
        Response last = given().urlEncodingEnabled(false).get(link(second));
        assertThat(names(last)).containsExactly(name + "-5", name + "-6");

        last.then().header("Link", nullValue()).body("$", not(hasKey("next")));
        JsonPath json = first.jsonPath();
        assertThat(link(first)).startsWith("/v1/notes?").contains("cursor=" + json.getString("next"));
    }

    @Test
    void aFilterWithOddCharactersSurvivesTheLink() {
        String odd = name + "é&=%{}+ ";
        create(odd + "1", null).then().statusCode(201);
        create(odd + "2", null).then().statusCode(201);

        Response first =
                given().queryParam("prefix", odd).queryParam("limit", 1).get("/v1/notes");
        assertThat(names(first)).containsExactly(odd + "1");
        assertThat(names(given().urlEncodingEnabled(false).get(link(first)))).containsExactly(odd + "2");
    }

    @Test
    void aCursorServesTheListThatGaveIt() {
        IntStream.range(0, 3).forEach(n -> create(name + "-" + n, null).then().statusCode(201));
        String cursor = given().queryParam("prefix", name)
                .get("/v1/notes?limit=1")
                .jsonPath()
                .getString("next");

        for (String wrong : List.of(cursor.substring(1), "x" + cursor, "x", "%20", "a".repeat(2000))) {
            given().urlEncodingEnabled(false)
                    .get("/v1/notes?prefix=" + name + "&cursor=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo(problem("invalid-cursor")));
        }
        given().get("/v1/notes?prefix=other&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", equalTo(problem("invalid-cursor")));
    }

    @Test
    void aCursorThatIsMadeUpWithCareIsForeignToo() {
        String list = EntityTags.of("dead letters", "[DEAD]");
        String text = EntityTags.of("no number", list).substring(0, 12) + "\u0000no number";

        given().auth()
                .oauth2(Tokens.of("demo-operator"))
                .queryParam(
                        "cursor",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .get("/v1/dead-letters")
                .then()
                .statusCode(400)
                .body("type", equalTo(problem("invalid-cursor")));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "501"})
    void aPageHasOneToFiveHundredRows(int limit) {
        given().get("/v1/notes?limit=" + limit).then().statusCode(400).body("violations[0].field", equalTo("limit"));
    }

    @Test
    void whatTheDatabaseGaveUpForAnotherIsDoneAgain() {
        int before = WriteSampleNote.BEGUN.get();
        Database.update("create sequence deadlocks");
        Database.update("create function give_up() returns trigger language plpgsql as $$ begin"
                + " if nextval('deadlocks') < 3 then raise exception 'deadlock' using errcode = '40P01'; end if;"
                + " return new; end $$");
        Database.update("create trigger give_up before insert on sample_note for each row when (new.name = '" + name
                + "') execute function give_up()");
        try {
            create(name, UUID.randomUUID().toString()).then().statusCode(201);
        } finally {
            Database.update("drop trigger give_up on sample_note");
            Database.update("drop function give_up");
            Database.update("drop sequence deadlocks");
        }

        assertThat(WriteSampleNote.BEGUN.get() - before).isEqualTo(3);
        assertThat(KafkaProbe.await(SampleNotedEvent.TOPIC, 1, e -> e.key().equals(name)))
                .hasSize(1);
    }

    @Test
    void whatIsGivenUpTimeAndAgainIs409() {
        Database.update("create function give_up() returns trigger language plpgsql as"
                + " $$ begin raise exception 'deadlock' using errcode = '40001'; end $$");
        Database.update("create trigger give_up before insert on sample_note for each row when (new.name = '" + name
                + "') execute function give_up()");
        int before = WriteSampleNote.BEGUN.get();
        try {
            create(name, null).then().statusCode(409).body("type", equalTo(problem("concurrent-change")));
        } finally {
            Database.update("drop trigger give_up on sample_note");
            Database.update("drop function give_up");
        }

        assertThat(WriteSampleNote.BEGUN.get() - before).isEqualTo(4);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        create(name, null).then().statusCode(201);
        int before = WriteSampleNote.BEGUN.get();

        create(name, null).then().statusCode(409);

        assertThat(WriteSampleNote.BEGUN.get() - before).isEqualTo(1);
    }

    @Test
    void theDocumentSaysThatErrorsAreProblems() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/notes'.post.responses.'409'.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body("paths.keySet().any { it.contains('dead-letters') }", equalTo(false));
    }

    @Test
    void healthTellsOfTheDatabase() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("Database connections health check"));
        given().get("/q/health/live").then().statusCode(200);
    }

    private Response replace(@Nullable String ifMatch) {
        RequestSpecification request = as("demo-centre")
                .body(body(name).replace("hello", UUID.randomUUID().toString()));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/notes/" + name);
    }

    private static Response create(String name, @Nullable String key) {
        RequestSpecification request = as("demo-centre").body(body(name));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/v1/notes");
    }

    private static String body(String name) {
        return "{\"name\": \"" + name + "\", \"text\": \"hello\", \"count\": 1}";
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType("application/json");
    }

    private static List<String> names(Response page) {
        return page.then().statusCode(200).extract().jsonPath().getList("items.name");
    }

    private static String link(Response page) {
        return page.header("Link").replaceFirst("^<(.*)>; rel=\"next\"$", "$1");
    }

    private static String problem(String slug) {
        return "https://parchemin.fr/problems/" + slug;
    }
}
