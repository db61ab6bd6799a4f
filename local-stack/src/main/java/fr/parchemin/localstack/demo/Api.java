package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP and JSON through the gateway, with a token for every login.
 *
 * <p>While a service is away (503 and its kin, or no connection) a request is sent again until the patience ends. That
 * is safe: every POST carries an {@code Idempotency-Key} and keeps it when it is sent again.
 */
public final class Api implements AutoCloseable {

    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    private final ObjectMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final URI gateway;
    private final Patience patience;
    private final @Nullable String series;
    private final String demoKey = System.getenv().getOrDefault("PARCHEMIN_DEMO_KEY", "secret");

    /**
     * @param gateway address of the gateway, for example {@code http://localhost:8080}
     * @param patience how long a service may be away
     */
    public Api(URI gateway, Patience patience) {
        this(gateway, patience, null);
    }

    /**
     * For work that can be broken off and done again.
     *
     * @param series name of the work: under it the same request is the same work, so sending it again within seven days
     *     changes nothing, and what was put already is left as it is; null when every request is a new one
     */
    public Api(URI gateway, Patience patience, @Nullable String series) {
        this.gateway = gateway;
        this.patience = patience;
        this.series = series;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, String text, HttpHeaders headers) {

        /** The entity tag as it stood in the header, to be sent back in {@code If-Match}. */
        public Optional<String> etag() {
            return headers.firstValue("ETag");
        }
    }

    private record Token(String value, Instant renewAt) {}

    /** Patience of this API. */
    public Patience patience() {
        return patience;
    }

    /** Says in one line when nobody is at the gateway's address. */
    public void requireGateway() {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/q/health/ready"))
                            .timeout(REQUEST_TIMEOUT)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new JourneyException(
                        "The gateway at %s is not ready (%d): wait for ./parchemin up to say so, then try again."
                                .formatted(gateway, answer.statusCode()));
            }
        } catch (IOException e) {
            throw new JourneyException(
                    "No gateway answers at %s: start the system with ./parchemin up, or name another with --gateway."
                            .formatted(gateway),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JourneyException("interrupted", e);
        }
    }

    /** An object from names and values in turn; values that are null are left out. */
    public ObjectNode object(@Nullable Object... namesAndValues) {
        ObjectNode node = json.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                node.set(String.valueOf(namesAndValues[i]), json.valueToTree(value));
            }
        }
        return node;
    }

    /** Reads a resource; null as login reads it without a token. */
    public Answer get(@Nullable String login, String path) {
        return expectSuccess("GET", path, sendPatiently(login, "GET", path, null, Map.of()));
    }

    /** A document that is no JSON, open to everyone, into a file: it may be larger than the memory. */
    public void download(String path, String mediaType, Path file) {
        try {
            HttpResponse<Path> answer = http.send(
                    HttpRequest.newBuilder(URI.create(gateway + path))
                            .header("Accept", mediaType)
                            .build(),
                    BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                throw new JourneyException("GET %s answered %d".formatted(path, answer.statusCode()));
            }
        } catch (IOException e) {
            throw new JourneyException("GET %s was cut off".formatted(path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JourneyException("interrupted", e);
        }
    }

    /** Sends a file in, as the part of a form named {@code file}. */
    public Answer upload(String login, String path, Path file) {
        String boundary = UUID.randomUUID().toString();
        String head = ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(boundary, file.getFileName());
        String tail = "\r\n--" + boundary + "--\r\n";
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(gateway + path))
                            .header("Accept", "application/json")
                            .header("Authorization", "Bearer " + token(login))
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(BodyPublishers.concat(
                                    BodyPublishers.ofString(head),
                                    BodyPublishers.ofFile(file),
                                    BodyPublishers.ofString(tail)))
                            .build(),
                    BodyHandlers.ofString());
            return expectSuccess(
                    "POST",
                    path,
                    new Answer(response.statusCode(), parse(response.body()), response.body(), response.headers()));
        } catch (IOException e) {
            throw new JourneyException("POST %s was cut off".formatted(path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JourneyException("interrupted", e);
        }
    }

    /** Creates something or moves it on. */
    public Answer post(@Nullable String login, String path, JsonNode body) {
        String content = text(body);
        return expectSuccess(
                "POST",
                path,
                sendPatiently(
                        login,
                        "POST",
                        path,
                        content,
                        Map.of("Idempotency-Key", key(login + ' ' + path + ' ' + content))));
    }

    /** Creates something that may be wanted again in the same words, another time. */
    public Answer once(@Nullable String login, String path, JsonNode body) {
        Map<String, String> headers =
                Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return expectSuccess("POST", path, sendPatiently(login, "POST", path, text(body), headers));
    }

    /** Sends content that is no JSON. */
    public Answer post(@Nullable String login, String path, String mediaType, String content) {
        return expectSuccess(
                "POST", path, sendPatiently(login, "POST", path, content, Map.of("Content-Type", mediaType)));
    }

    private String key(String request) {
        UUID key = series == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((series + ' ' + request).getBytes(StandardCharsets.UTF_8));
        return key.toString();
    }

    /** Puts a resource, over the version named by {@code etag} if there is one already. */
    public Answer put(@Nullable String login, String path, JsonNode body, @Nullable String etag) {
        Map<String, String> headers = etag == null ? Map.of() : Map.of("If-Match", etag);
        Answer answer = sendPatiently(login, "PUT", path, text(body), headers);
        boolean doneBefore = series != null && etag == null && (answer.status() == 409 || answer.status() == 428);
        return doneBefore ? answer : expectSuccess("PUT", path, answer);
    }

    /**
     * Sends once whatever it is told to and gives back whatever comes: for tests of what must be refused.
     *
     * @param body raw text, null for none
     */
    public Answer raw(
            @Nullable String login, String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException {
        return send(login == null ? null : token(login), method, path, body, headers);
    }

    /** A valid token of a demo login (its secret is its name, a dash and {@code PARCHEMIN_DEMO_KEY}, by default "secret"). */
    public String token(String login) {
        Token known = tokens.get(login);
        if (known == null || Instant.now().isAfter(known.renewAt())) {
            known = fetchToken(login);
            tokens.put(login, known);
        }
        return known.value();
    }

    private Token fetchToken(String login) {
        String basic = Base64.getEncoder()
                .encodeToString((login + ":" + login + "-" + demoKey).getBytes(StandardCharsets.UTF_8));
        Answer answer = patience.await("a token for " + login, () -> {
            try {
                Answer a = send(
                        null,
                        "POST",
                        "/oauth/token",
                        "grant_type=client_credentials",
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", "Basic " + basic));
                return AWAY.contains(a.status()) ? Optional.empty() : Optional.of(a);
            } catch (IOException e) {
                return Optional.empty();
            }
        });
        expectSuccess("POST", "/oauth/token", answer);
        Duration valid = Duration.ofSeconds(answer.body().path("expires_in").asLong(60));
        return new Token(
                answer.body().path("access_token").asText(),
                Instant.now().plus(valid.multipliedBy(4).dividedBy(5)));
    }

    private Answer sendPatiently(
            @Nullable String login, String method, String path, @Nullable String body, Map<String, String> headers) {
        return patience.await("an answer to " + method + " " + path, () -> {
            try {
                Answer answer = send(login == null ? null : token(login), method, path, body, headers);
                return AWAY.contains(answer.status()) ? Optional.empty() : Optional.of(answer);
            } catch (IOException e) {
                // Perhaps cut in the middle: whether it had its effect is unknown; the key makes asking again harmless.
                return Optional.empty();
            }
        });
    }

    private Answer send(
            @Nullable String token, String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()), response.body(), response.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JourneyException("interrupted", e);
        }
    }

    private static Answer expectSuccess(String method, String path, Answer answer) {
        if (answer.status() >= 400) {
            throw new ApiException(method, path, answer.status(), answer.body());
        }
        return answer;
    }

    private JsonNode parse(String text) {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return json.createObjectNode().put("detail", text.substring(0, Math.min(200, text.length())));
        }
    }

    private String text(JsonNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
