package fr.parchemin.localstack.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends a file of a register to the gateway and follows what becomes of it. The file is never in memory as a whole. */
public final class ImportClient implements AutoCloseable {

    private static final String LOGIN = "demo-certifier";
    private static final Duration ANSWER = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final Api api;

    /** @param api for the tokens */
    public ImportClient(URI gateway, Api api) {
        this.gateway = gateway;
        this.api = api;
    }

    /**
     * Sends a file in.
     *
     * @return the import as it was accepted
     * @throws StackException when it was not, with the title and the detail of the problem
     */
    public ImportState send(Path file, boolean dryRun, boolean force) throws IOException, InterruptedException {
        String boundary = "parchemin-" + UUID.randomUUID();
        String fileName = file.getFileName().toString().replace("\"", "%22");
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString("""
                        --%s\r
                        Content-Disposition: form-data; name="file"; filename="%s"\r
                        Content-Type: application/octet-stream\r
                        \r
                        """.formatted(boundary, fileName)),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        HttpResponse<String> answer = http.send(
                request("/v1/imports?dryRun=" + dryRun + "&force=" + force)
                        .timeout(ANSWER)
                        .header("Accept", "application/json")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        JsonNode content = read(answer.body());
        if (answer.statusCode() != 202) {
            throw new StackException(problem(content, "The gateway answered " + answer.statusCode()));
        }
        return new ImportState(content);
    }

    /**
     * Follows an import to its end; a connection that breaks is made again.
     *
     * @param listener receives each state, the last one too
     */
    public ImportState follow(String id, Consumer<ImportState> listener) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                ImportState last = listen(id, listener);
                if (last.hasEnded()) {
                    return last;
                }
            } catch (IOException | UncheckedIOException e) {
                Thread.sleep(BETWEEN_ATTEMPTS);
            }
        }
        throw new StackException(
                "The system no longer tells how far import %s is: look at /v1/imports/%s.".formatted(id, id));
    }

    private ImportState listen(String id, Consumer<ImportState> listener) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = http.send(
                request("/v1/imports/" + id + "/events")
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            if (answer.statusCode() == 200) {
                Iterator<String> each = lines.filter(l -> l.startsWith("data:"))
                        .map(l -> l.substring("data:".length()))
                        .iterator();
                while (each.hasNext()) {
                    ImportState state = new ImportState(read(each.next()));
                    if (state.hasEnded()) {
                        listener.accept(state);
                        return state;
                    }
                    listener.accept(state);
                }
            }
        }
        // The stream may end one look before the import does.
        ImportState now = new ImportState(get("/v1/imports/" + id));
        listener.accept(now);
        if (!now.hasEnded()) {
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
        return now;
    }

    /** The first rows of the report. */
    JsonNode report(String id) throws IOException, InterruptedException {
        return get("/v1/imports/" + id + "/report?limit=500").path("items");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path)
                        .timeout(Duration.ofSeconds(20))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(problem(read(answer.body()), path + " answered " + answer.statusCode()));
        }
        return read(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + api.token(LOGIN));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    /** Title and detail of a problem in one line. */
    static String problem(JsonNode problem, String otherwise) {
        String title = problem.path("title").asText(otherwise);
        String detail = problem.path("detail").asText("");
        StringBuilder line = new StringBuilder(title).append(detail.isBlank() ? "" : ": " + detail);
        problem.path("violations")
                .forEach(v -> line.append(' ').append(v.path("message").asText()));
        return line.toString().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        http.close();
    }
}
