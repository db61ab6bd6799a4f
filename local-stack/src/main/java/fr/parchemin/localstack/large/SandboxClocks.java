package fr.parchemin.localstack.large;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The present of every service of a sandbox, moved together. Closing it brings the real time back. */
public final class SandboxClocks implements AutoCloseable {

    private static final String LOGIN = "demo-operator";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int NO_SANDBOX = 404;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> services;
    private final Api api;
    private boolean closed;

    /**
     * @param services the addresses of the services themselves: the gateway does not lead here
     * @param api where tokens come from
     */
    public SandboxClocks(List<URI> services, Api api) {
        this.services = List.copyOf(services);
        this.api = api;
    }

    /** Sets all of them; not any more once the real time was brought back, by whichever thread. */
    public synchronized void moveTo(Instant now) {
        if (closed) {
            throw new JourneyException("broken off");
        }
        services.forEach(service -> move(service, now));
    }

    /** Whether any of them is moved. */
    public boolean moved() {
        return services.stream().anyMatch(service -> {
            HttpResponse<String> answer = send(service, HttpRequest.newBuilder().GET());
            try {
                return new JsonMapper().readTree(answer.body()).path("moved").asBoolean();
            } catch (JsonProcessingException e) {
                throw new JourneyException("The clock of %s says %s.".formatted(service, answer.body()), e);
            }
        });
    }

    /** The real time again, everywhere; tried on every service even where one does not answer. */
    @Override
    public synchronized void close() {
        closed = true;
        JourneyException failed = null;
        for (URI service : services) {
            try {
                move(service, null);
            } catch (JourneyException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void move(URI service, @Nullable Instant now) {
        String body = now == null ? "{\"now\":null}" : "{\"now\":\"" + now + "\"}";
        send(
                service,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(URI service, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(
                    request.uri(service.resolve("/v1/sandbox/clock"))
                            .timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + api.token(LOGIN))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == NO_SANDBOX) {
                throw new JourneyException(
                        "The clock of %s cannot be moved: five years are played only on a system that ./parchemin up started."
                                .formatted(service));
            }
            if (answer.statusCode() != 200) {
                throw new JourneyException(
                        "The clock of %s answered %d: %s".formatted(service, answer.statusCode(), answer.body()));
            }
            return answer;
        } catch (IOException e) {
            throw new JourneyException("The service at %s does not answer.".formatted(service), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JourneyException("interrupted", e);
        }
    }
}
