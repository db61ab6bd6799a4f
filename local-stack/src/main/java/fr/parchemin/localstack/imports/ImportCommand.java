package fr.parchemin.localstack.imports;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.demo.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parchemin import}: takes a file of France compétences into the running system. */
@Command(
        name = "import",
        description = {
            "Takes an export of France compétences into the running system: XML of RNCP or RS, bare or zipped,",
            "or the zip of the CSV files. The same file twice changes nothing."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20));
    private static final int ROWS_SHOWN = 5;

    @Parameters(paramLabel = "<file>", description = "The file, under its published name, which says the day.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--dry-run", description = "Report what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Take it although a newer export was taken, or its day is still to come.")
    private boolean force;

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StackException(
                    "%s cannot be read: it is not there, or is not a file that you may read.".formatted(file));
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE);
                ImportClient client = new ImportClient(gateway.uri(), api)) {
            api.requireGateway();
            out.println(String.format(Locale.ROOT, "Sending %s, %.1f MB.", file.getFileName(), Files.size(file) / 1e6));
            out.flush();
            String id = client.send(file, dryRun, force).id();
            ProgressLine line = new ProgressLine(
                    out, System.console() != null && System.console().isTerminal(), System.nanoTime());
            ImportState end = client.follow(id, state -> line.show(state, System.nanoTime()));
            if (!end.isDone()) {
                throw new StackException(end.problem());
            }
            List<List<String>> counts = new ArrayList<>();
            ImportState.COUNTS.forEach(name -> counts.add(List.of(name, String.valueOf(end.count(name)))));
            TextTable.of(List.of(dryRun ? "would be" : "records", "number"), counts)
                    .forEach(out::println);
            if (end.count("rejected") > 0) {
                showRejected(out, client.report(id), end.count("rejected"));
            }
            return 0;
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StackException("The connection to the gateway at %s broke: %s.".formatted(gateway.uri(), e), e);
        } finally {
            out.flush();
        }
    }

    private static void showRejected(PrintWriter out, JsonNode report, int rejected) {
        out.println();
        out.println("Kept out, the first %d of %d:".formatted(Math.min(ROWS_SHOWN, rejected), rejected));
        int shown = 0;
        for (JsonNode row : report) {
            if (row.path("kind").asText().equals("REJECTED") && shown < ROWS_SHOWN) {
                String number = row.path("number").asText("");
                out.println("  line %s%s: %s"
                        .formatted(
                                row.path("line").asText("?"),
                                number.isEmpty() ? "" : ", " + number,
                                row.path("reason").asText()));
                shown++;
            }
        }
    }
}
