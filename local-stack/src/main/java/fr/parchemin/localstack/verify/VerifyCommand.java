package fr.parchemin.localstack.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parchemin verify}: says what a credential is worth, and ends with 0 for a valid one alone. */
@Command(
        name = "verify",
        description = {
            "Says whether a credential is valid: the JSON with its proof, the JSON Web Token, or the PDF that carries it.",
            "Needs the running system, and no token. The exit code is 0 for a valid one, 1 for any other."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private static final long LARGEST = 1 << 20;

    @Parameters(paramLabel = "<file>", description = "The credential, exactly as it was received.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        byte[] credential = read();
        HttpRequest request = HttpRequest.newBuilder(gateway.uri().resolve("/v1/credentials/verifications"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", isPdf(credential) ? "application/pdf" : "text/plain; charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(credential))
                .build();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            JsonNode body = new JsonMapper().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new StackException("The gateway at %s refused: %d %s. %s"
                        .formatted(
                                gateway.uri(),
                                answer.statusCode(),
                                body.path("title").asText(),
                                body.path("detail").asText()));
            }
            return show(body);
        } catch (IOException e) {
            throw new StackException(
                    "Nobody answers at %s: start the system with ./parchemin up, or name its gateway with --gateway."
                            .formatted(gateway.uri()),
                    e);
        }
    }

    private byte[] read() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StackException(
                    "%s cannot be read: it is not there, or is not a file that you may read.".formatted(file));
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new StackException("%s is larger than any credential (1 MB).".formatted(file));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StackException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    private int show(JsonNode verdict) {
        PrintWriter out = spec.commandLine().getOut();
        String outcome = verdict.path("outcome").asText();
        out.println(outcome + ": " + verdict.path("message").asText());
        JsonNode award = verdict.path("attested");
        if (award.isObject()) {
            out.println("  %s, %s%s, %s, awarded on %s"
                    .formatted(
                            award.path("number").asText(),
                            award.path("certificationNumber").asText(),
                            award.has("blockCode")
                                    ? " block " + award.path("blockCode").asText()
                                    : "",
                            award.path("title").asText(),
                            award.path("awardedOn").asText()));
        }
        out.flush();
        return outcome.equals("VALID") ? 0 : 1;
    }
}
