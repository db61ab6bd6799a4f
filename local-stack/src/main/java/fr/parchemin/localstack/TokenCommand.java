package fr.parchemin.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parchemin token}: a bearer token from the issuer of the running system, alone on one line. */
@Command(
        name = "token",
        description = "Prints a bearer token of a demo client of the running system.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Whom whom;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Whose token. */
    static final class Whom {
        @Option(names = "--role", paramLabel = "<role>", description = "The first demo client with this role.")
        private @Nullable String role;

        @Option(names = "--client", paramLabel = "<id>", description = "The demo client with this id.")
        private @Nullable String client;

        private DemoClient resolve() {
            if (client != null) {
                return DemoClient.byId(client)
                        .orElseThrow(() -> new StackException("There is no demo client '%s'; there are %s."
                                .formatted(
                                        client,
                                        DemoClient.all().stream()
                                                .map(DemoClient::id)
                                                .collect(Collectors.joining(", ")))));
            }
            String wanted = String.valueOf(role);
            return DemoClient.byRole(wanted)
                    .orElseThrow(() -> new StackException("There is no role '%s'; there are %s."
                            .formatted(
                                    wanted,
                                    DemoClient.all().stream()
                                            .map(DemoClient::role)
                                            .distinct()
                                            .collect(Collectors.joining(", ")))));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        DemoClient client = whom.resolve();
        StackPorts ports = StackHome.here()
                .running()
                .orElseThrow(() -> new StackException("Parchemin does not run here: start it with ./parchemin up."));
        spec.commandLine().getOut().println(ask(client, ports.issuer()));
        return 0;
    }

    private static String ask(DemoClient client, int port) throws InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(client.id(), client.secret());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(Duration.ofSeconds(5))
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            return new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .textValue();
        } catch (IOException e) {
            throw new StackException("The token issuer does not answer yet: wait until ./parchemin up says ready.", e);
        }
    }
}
