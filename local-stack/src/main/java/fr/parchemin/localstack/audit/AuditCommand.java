package fr.parchemin.localstack.audit;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parchemin audit verify}: proves the trail and the signed records of the running system. */
@Command(
        name = "audit",
        description = {
            "Computes every hash of the audit trail and of the signed records again. Ends with 1, and names the first link",
            "that does not hold, when somebody wrote in them."
        },
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

    private static final String LOGIN = "demo-operator";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20));
    private static final int BROKEN = 1;

    /** What can be done with the trail. */
    public enum Act {
        verify
    }

    @Parameters(paramLabel = "verify", description = "Prove it.")
    @SuppressWarnings("NullAway.Init")
    private Act act;

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE)) {
            api.requireGateway();
            JsonNode proof =
                    switch (act) {
                        case verify -> api.get(LOGIN, "/v1/audit/verification").body();
                    };
            for (JsonNode trail : proof.path("trails")) {
                tell(
                        out,
                        trail.path("chain").asText().equals("ACCESS") ? "reads" : "changes",
                        trail.path("entries").asLong(),
                        trail);
            }
            tell(out, "signed records", proof.path("records").path("records").asLong(), proof.path("records"));
            return proof.path("intact").asBoolean() ? 0 : BROKEN;
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } finally {
            out.flush();
        }
    }

    private static void tell(PrintWriter out, String what, long links, JsonNode chain) {
        JsonNode broken = chain.path("firstBroken");
        if (chain.path("intact").asBoolean()) {
            out.println("%-15s intact, %,d links, the last is %s"
                    .formatted(what, links, chain.path("head").asText()));
        } else {
            out.println("%-15s BROKEN at link %,d: %s"
                    .formatted(
                            what,
                            broken.path("position").asLong(),
                            broken.path("reason").asText()));
        }
    }
}
