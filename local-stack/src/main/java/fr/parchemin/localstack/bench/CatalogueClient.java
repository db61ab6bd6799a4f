package fr.parchemin.localstack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.localstack.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks into the catalogue of the référentiel before it is measured. */
final class CatalogueClient implements AutoCloseable {

    private static final int PAGE = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final URI referentiel;

    CatalogueClient(URI referentiel) {
        this.referentiel = referentiel;
    }

    /** Numbers of certifications, up to so many. */
    List<String> numbers(int atMost) throws InterruptedException {
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        while (numbers.size() < atMost) {
            JsonNode page = get("/v1/certifications?limit=" + PAGE + cursor);
            page.path("items").forEach(i -> numbers.add(i.path("number").asText()));
            if (!page.hasNonNull("next")) {
                break;
            }
            cursor = "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8);
        }
        return numbers.subList(0, Math.min(atMost, numbers.size()));
    }

    /** Whether something answers 200 at an address. */
    boolean answers(URI address) throws InterruptedException {
        try {
            return http.send(request(address), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode get(String path) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request(referentiel.resolve(path)), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackException("%s%s answers %d.".formatted(referentiel, path, answer.statusCode()));
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException(
                    "No référentiel answers at %s: start the system with ./parchemin up, or name another with --referentiel."
                            .formatted(referentiel),
                    e);
        }
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
    }

    @Override
    public void close() {
        http.close();
    }
}
