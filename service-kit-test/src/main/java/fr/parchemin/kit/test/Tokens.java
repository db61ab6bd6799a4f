package fr.parchemin.kit.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.localstack.DemoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ConcurrentHashMap;

/** Real bearer tokens of the demo clients, from the issuer of the tests. */
public final class Tokens {

    private static final ConcurrentHashMap<String, String> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of {@code demo-centre}, {@code demo-juror-1} and so on. */
    public static String of(String clientId) {
        return ISSUED.computeIfAbsent(clientId, Tokens::ask);
    }

    private static String ask(String clientId) {
        DemoClient client = DemoClient.byId(clientId).orElseThrow();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(
                            HttpRequest.newBuilder(
                                            URI.create(Infrastructure.property(Infrastructure.ISSUER) + "/oauth/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                            + client.id() + "&client_secret=" + client.secret()))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(body).get("access_token").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
