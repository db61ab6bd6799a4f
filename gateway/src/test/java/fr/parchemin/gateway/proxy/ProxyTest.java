package fr.parchemin.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import fr.parchemin.gateway.GatewayTestResource;
import fr.parchemin.gateway.RawHttp;
import fr.parchemin.gateway.ServiceFake.Echo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
@Timeout(60)
class ProxyTest {

    private static final int MEGABYTE = 1 << 20;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void passesTheRequestOnAsItIs() {
        Echo echo = Echo.of(given().header("X-Custom", "one", "two")
                .header("Idempotency-Key", "k1")
                .queryParam("limit", "5")
                .get("/v1/sessions/echo")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(echo.service()).isEqualTo("session");
        assertThat(echo.head().getFirst()).isEqualTo("GET /v1/sessions/echo?limit=5 HTTP/1.1");
        assertThat(echo.header("x-custom")).containsExactly("one", "two");
        assertThat(echo.header("idempotency-key")).containsExactly("k1");
        assertThat(echo.header("traceparent")).singleElement().asString().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(echo.header("content-length")).isEmpty();
        assertThat(echo.header("transfer-encoding")).isEmpty();
    }

    @Test
    void saysItselfWhereTheCallerComesFrom() {
        RawHttp.Answer answer = RawHttp.get(
                port,
                "/v1/sessions/echo",
                "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"
                        + "X-Forwarded-Port: 1\r\nX-Forwarded-Prefix: /evil\r\nX-FORWARDED-anything: 1\r\nForwarded: for=6.6.6.6\r\n"
                        + "X-Real-IP: 6.6.6.6\r\nX-Original-URL: /v1/me\r\ntraceparent: nonsense\r\n");
        Echo echo = Echo.of(answer.body());
        assertThat(echo.header("x-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(echo.header("x-forwarded-host")).containsExactly("api.example:8080");
        assertThat(echo.header("x-forwarded-proto")).containsExactly("http");
        assertThat(echo.header("x-forwarded-port")).isEmpty();
        assertThat(echo.header("x-forwarded-prefix")).isEmpty();
        assertThat(echo.header("x-forwarded-anything")).isEmpty();
        assertThat(echo.header("forwarded")).isEmpty();
        assertThat(echo.header("x-real-ip")).isEmpty();
        assertThat(echo.header("x-original-url")).isEmpty();
        assertThat(echo.header("host")).singleElement().asString().startsWith("127.0.0.1:");
        assertThat(echo.header("traceparent")).singleElement().asString().startsWith("00-");
    }

    @Test
    void keepsHeadersOfOneConnectionOnIt() {
        Echo echo = Echo.of(RawHttp.send(
                        port,
                        "GET /v1/sessions/echo HTTP/1.1\r\nHost: a\r\nConnection: X-Private, Content-Length\r\nConnection: close\r\n"
                                + "X-Private: 1\r\nKeep-Alive: timeout=5\r\nProxy-Authorization: Basic eA==\r\nTE: trailers\r\n"
                                + "Upgrade: websocket\r\nProxy-Connection: keep-alive\r\nX-Public: 1\r\n\r\n")
                .body());
        for (String name : new String[] {
            "connection", "x-private", "keep-alive", "proxy-authorization", "te", "upgrade", "proxy-connection"
        }) {
            assertThat(echo.header(name)).as(name).isEmpty();
        }
        assertThat(echo.header("x-public")).containsExactly("1");

        var answer = given().get("/v1/sessions/hop").then().statusCode(200).extract();
        assertThat(answer.header("X-Inner")).isNull();
        assertThat(answer.header("Keep-Alive")).isNull();
        assertThat(answer.header("X-Outer")).isEqualTo("outside");
        assertThat(answer.headers().getValues("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void locationsPointToTheGateway() {
        given().post("/v1/sessions/created")
                .then()
                .statusCode(201)
                .header("Location", RestAssured.baseURI + ":" + port + "/v1/sessions/42")
                .header("ETag", "\"a1\"");
    }

    @Test
    void answersWithoutABodyStayWithoutOne() {
        given().delete("/v1/sessions/nothing").then().statusCode(204).header("ETag", "\"b\"");
        given().get("/v1/sessions/unchanged").then().statusCode(304).header("ETag", "\"b\"");
        given().head("/v1/sessions/head").then().statusCode(200).header("Content-Length", "12345");
        given().get("/v1/sessions/teapot").then().statusCode(418).body(equalTo("tea"));
    }

    @Test
    void encodesInAQueryWhatMustBe() {
        RawHttp.Answer answer = RawHttp.get(port, "/v1/certifications/echo?q=m\u00c3\u00a9diation%20x|{y}\\", "");
        assertThat(Echo.of(answer.body()).head().getFirst())
                .isEqualTo("GET /v1/certifications/echo?q=m%C3%A9diation%20x%7C%7By%7D%5C HTTP/1.1");
    }

    @Test
    void streamsBodiesBothWays() throws IOException, InterruptedException {
        byte[] body = new byte[MEGABYTE];
        new Random(7).nextBytes(body);
        HttpResponse<String> known = http.send(
                to("/v1/sessions/echo").POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
        Echo echo = Echo.of(known.body());
        assertThat(echo.length()).isEqualTo(MEGABYTE);
        assertThat(echo.digest()).isEqualTo(sha256(body));
        assertThat(echo.header("content-length")).containsExactly(String.valueOf(MEGABYTE));

        HttpResponse<String> chunked = http.send(
                to("/v1/sessions/echo")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build(),
                BodyHandlers.ofString());
        echo = Echo.of(chunked.body());
        assertThat(echo.digest()).isEqualTo(sha256(body));
        assertThat(echo.header("transfer-encoding")).containsExactly("chunked");
    }

    @Test
    void holdsBackAServiceThatIsFasterThanItsCaller() throws IOException, InterruptedException {
        long size = 400L * MEGABYTE;
        HttpResponse<InputStream> answer =
                http.send(to("/v1/sessions/big?bytes=" + size).build(), BodyHandlers.ofInputStream());
        long read = 0;
        byte[] buffer = new byte[MEGABYTE];
        try (InputStream in = answer.body()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
            }
        }
        assertThat(read).isEqualTo(size);
    }

    @Test
    void letsAnEventStreamBeSilent() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(to("/v1/imports/1/events").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            long start = System.nanoTime();
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GatewayTestResource.TIMEOUT);
            lines.readLine();
            assertThat(lines.readLine()).isEqualTo("data: two");
        }
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        given().body(new byte[MEGABYTE + 1])
                .post("/v1/sessions/echo")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("https://parchemin.fr/problems/too-large"))
                .body("detail", containsString("1048576"));
        RawHttp.Answer expecting = RawHttp.send(
                port,
                "POST /v1/sessions/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10485760\r\nExpect: 100-continue\r\n\r\n");
        assertThat(expecting.status()).isEqualTo(413);
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        byte[] chunk = ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        RawHttp.Answer answer = RawHttp.send(
                port, "POST /v1/sessions/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", chunk, 160);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large");
    }

    @Test
    void answersTenMegabytesSentWithoutAsking() throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer = http.send(
                    to("/v1/sessions/echo")
                            .POST(BodyPublishers.ofByteArray(new byte[10 * MEGABYTE]))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("too-large");
        }
    }

    @Test
    void importsMayBeLarger() throws IOException, InterruptedException {
        HttpResponse<String> fits = http.send(
                to("/v1/imports")
                        .POST(BodyPublishers.ofByteArray(new byte[8 * MEGABYTE]))
                        .build(),
                BodyHandlers.ofString());
        assertThat(Echo.of(fits.body()).length()).isEqualTo(8 * MEGABYTE);
        HttpResponse<String> tooLarge = http.send(
                to("/v1/imports")
                        .POST(BodyPublishers.ofByteArray(new byte[8 * MEGABYTE + 1]))
                        .build(),
                BodyHandlers.ofString());
        assertThat(tooLarge.statusCode()).isEqualTo(413);
    }

    @Test
    void asksForTheBodyOfACallerThatWaits() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                to("/v1/sessions/echo")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString("hello"))
                        .build(),
                BodyHandlers.ofString());
        Echo echo = Echo.of(answer.body());
        assertThat(echo.length()).isEqualTo(5);
        assertThat(echo.header("expect")).isEmpty();
    }

    @Test
    void passesOnAnAnswerThatComesBeforeTheBodyIsRead() {
        given().body(new byte[MEGABYTE / 2])
                .post("/v1/sessions/early")
                .then()
                .statusCode(401)
                .body(equalTo("not you"));
    }

    @Test
    void doesNotReadForEverAfterAnEarlyAnswer() {
        byte[] chunk = ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        RawHttp.Answer answer = RawHttp.send(
                port, "POST /v1/sessions/early HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", chunk, 100);
        assertThat(answer.status()).isIn(401, 413);
    }

    @Test
    void letsGoOfAServiceThatAnswersBeforeItHasTheBody() throws IOException {
        int before = count("abandoned");
        List<Socket> callers = new ArrayList<>();
        try {
            for (int i = 0; i < moreThanConnections(); i++) {
                Socket caller = new Socket("127.0.0.1", port);
                callers.add(caller);
                caller.setSoTimeout(10_000);
                caller.getOutputStream()
                        .write("POST /v1/sessions/early HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\na"
                                .getBytes(StandardCharsets.ISO_8859_1));
                assertThat(answerOn(caller)).startsWith("HTTP/1.1 401 ").endsWith("not you");
            }
            Awaitility.await().untilAsserted(() -> assertThat(count("abandoned"))
                    .isGreaterThanOrEqualTo(before + callers.size()));
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void takesTheWholeBodyThatAServiceDoesNotWant() {
        byte[] megabyte = new byte[MEGABYTE];
        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST /v1/imports/deaf HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + 8 * MEGABYTE
                        + "\r\n\r\n",
                megabyte,
                8);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("not you");
    }

    @Test
    void nobodyWaitsForEverForAFreeConnection() {
        // Event streams hold their connections for longer than a request may wait.
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, moreThanConnections())
                .mapToObj(i -> http.sendAsync(to("/v1/imports/1/events").build(), BodyHandlers.ofString()))
                .toList();
        Map<Integer, List<HttpResponse<String>>> byStatus =
                answers.stream().map(CompletableFuture::join).collect(Collectors.groupingBy(HttpResponse::statusCode));
        assertThat(byStatus).containsOnlyKeys(200, 503);
        assertThat(byStatus.get(503)).allSatisfy(answer -> assertThat(answer.body())
                .contains("The référentiel service has more to do than it can take."));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/records/echo, The results service cannot be reached.",
        "/v1/sessions/slow, The session service said nothing for 1.5 s.",
        "/v1/sessions/die, The session service broke off before it had answered.",
        "/v1/sessions/garbage, The session service gave an answer that cannot be read.",
        "/v1/certifications/garbage, The référentiel service gave an answer that cannot be read.",
    })
    void saysWhichPartFails(String path, String detail) {
        given().get(path)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("https://parchemin.fr/problems/unavailable"))
                .body("detail", equalTo(detail))
                .body("retry", equalTo("later"))
                .body("audience", equalTo("OPERATOR"))
                .body("instance", equalTo(path))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "die", "garbage", "bad-header"})
    void aWriteThatFailsIsAProblemToo(String script) {
        given().body("{}")
                .post("/v1/sessions/" + script)
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }

    @Test
    void asksAgainWhenAConnectionBreaksUnderARead() {
        String once = "/v1/sessions/flaky?n=" + UUID.randomUUID();
        given().get(once).then().statusCode(200).body(equalTo("at the second attempt"));
        given().body("{}")
                .post("/v1/sessions/flaky?n=" + UUID.randomUUID())
                .then()
                .statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"die-in-the-middle", "die-in-a-chunk", "die-without-a-length", "stall"})
    void anAnswerThatBreaksOffIsNotPassedOffAsWhole(String script) {
        assertThatThrownBy(() -> http.send(to("/v1/sessions/" + script).build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void letsGoOfTheServiceWhenTheCallerGoes() throws IOException {
        int begun = count("begun");
        int before = count("abandoned");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /v1/sessions/slow HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            Awaitility.await().untilAsserted(() -> assertThat(count("begun")).isGreaterThan(begun));
        }
        Awaitility.await()
                .atMost(GatewayTestResource.TIMEOUT.dividedBy(2))
                .untilAsserted(() -> assertThat(count("abandoned")).isGreaterThan(before));
    }

    @Test
    void aCallerThatGoesInTheMiddleOfItsBodyLeavesNothingBehind() throws IOException {
        int begun = count("begun");
        int before = count("abandoned");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("POST /v1/sessions/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhello"
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            Awaitility.await().untilAsserted(() -> assertThat(count("begun")).isGreaterThan(begun));
        }
        Awaitility.await().untilAsserted(() -> assertThat(count("abandoned")).isGreaterThan(before));
    }

    @Test
    void givesOutTokensOnOneMachine() {
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "demo-centre")
                .formParam("client_secret", "demo-centre-secret")
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .extract()
                .path("access_token");
        given().auth().oauth2(token).get("/v1/me").then().statusCode(200).body("client", equalTo("demo-centre"));
        given().auth()
                .preemptive()
                .basic("demo-juror-1", "demo-juror-1-secret")
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(200);
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "demo-centre")
                .formParam("client_secret", "wrong")
                .post("/oauth/token")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    /** More requests at a time than all event loops together have connections to one service. */
    private static int moreThanConnections() {
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        return 2 * loops * GatewayTestResource.CONNECTIONS_PER_LOOP;
    }

    /** Head and body of an answer with a length, on a connection that stays open. */
    private static String answerOn(Socket caller) throws IOException {
        InputStream in = caller.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("ended after: " + head);
            }
            head.append((char) c);
        }
        String length = head.toString()
                .toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length: "))
                .findFirst()
                .orElseThrow();
        byte[] body = in.readNBytes(Integer.parseInt(length.substring("content-length: ".length())));
        return head + new String(body, StandardCharsets.UTF_8);
    }

    /** What the service counts: requests begun, requests abandoned. */
    private static int count(String what) {
        return Integer.parseInt(
                given().get("/v1/sessions/" + what).then().extract().asString());
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(Duration.ofSeconds(20));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
