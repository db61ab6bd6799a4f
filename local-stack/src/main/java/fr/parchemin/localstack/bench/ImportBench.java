package fr.parchemin.localstack.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.imports.ImportClient;
import fr.parchemin.localstack.imports.ImportState;
import fr.parchemin.localstack.register.Register;
import fr.parchemin.localstack.register.RegisterFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLInputFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parchemin bench import}: a whole register and the one of the next day, against the bare parsing of the same bytes. */
@Command(
        name = "import",
        description = {
            "Imports an invented RNCP of the published size and the one of the next day,",
            "and divides their times by bare StAX passes over the same file on this machine: the first pass",
            "of the JDK's parser in a process that has just started, as the service has, and the fastest of",
            "the parser of the service once it is warm.",
            "Begin with ./parchemin up --fresh: the first number is of a system that knows nothing."
        },
        mixinStandardHelpOptions = true)
public final class ImportBench implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final LocalDate DAY_0 = LocalDate.of(2026, 11, 20);

    @Option(
            names = "--sheets",
            description = "Records of RNCP and RS together, of which those of RNCP are used (${DEFAULT-VALUE}).",
            defaultValue = "30475")
    private int sheets;

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** How long bare passes over the whole register took. */
    private record Passes(Duration first, Duration best) {}

    @Override
    public Integer call() throws InterruptedException {
        if (sheets < 10) {
            throw new ParameterException(spec.commandLine(), "--sheets is at least 10");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE);
                ImportClient client = new ImportClient(gateway.uri(), api)) {
            api.requireGateway();
            Path first = file(out, 0);
            Path next = file(out, 1);
            Passes passes = new Passes(
                    BareStax.first(XMLInputFactory.newDefaultFactory(), first),
                    BareStax.best(new InputFactoryImpl(), first));
            out.println("bare StAX passes %s the first of the JDK's parser, %s the best of 3 of Aalto (%s)"
                    .formatted(
                            Ratio.seconds(passes.first),
                            Ratio.seconds(passes.best),
                            Ratio.rate(Files.size(first), passes.best)));
            out.flush();
            ImportState whole = take(client, first);
            report(out, "whole register  ", whole, passes);
            if (whole.count("created") < whole.count("read") * 9 / 10) {
                out.println("  Few were new: this is no first import. ./parchemin up --fresh, then measure again.");
            }
            out.println(
                    "a pause of %d s, in which the other services take in what was told".formatted(PAUSE.toSeconds()));
            out.flush();
            Thread.sleep(PAUSE);
            report(out, "the next day    ", take(client, next), passes);
            return 0;
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StackException("The import cannot be measured: %s.".formatted(e), e);
        } finally {
            out.flush();
        }
    }

    private Path file(PrintWriter out, int day) throws IOException {
        Path folder = Path.of(System.getProperty("parchemin.root", ""), ".parchemin", "bench", String.valueOf(sheets));
        RegisterFiles files = new RegisterFiles(new Register(1, sheets, day, DAY_0), folder);
        Path file = files.requireRncpXml();
        out.println(String.format(Locale.ROOT, "%s, %.1f MB", file.getFileName(), Files.size(file) / 1e6));
        out.flush();
        return file;
    }

    private static ImportState take(ImportClient client, Path file) throws IOException, InterruptedException {
        // A system that knows a later day takes this one all the same.
        ImportState end = client.follow(client.send(file, false, true).id(), state -> {});
        if (!end.isDone()) {
            throw new StackException(end.problem());
        }
        return end;
    }

    private static void report(PrintWriter out, String what, ImportState end, Passes passes) {
        out.println(String.format(
                Locale.ROOT,
                "%s %s = %s the first StAX pass, %s the best; %d records, %.0f per second: %d created, %d updated, %d closed, %d unchanged, %d missing",
                what,
                Ratio.seconds(end.length()),
                Ratio.of(end.length(), passes.first),
                Ratio.of(end.length(), passes.best),
                end.count("read"),
                end.count("read") * 1e9 / Math.max(1, end.length().toNanos()),
                end.count("created"),
                end.count("updated"),
                end.count("closed"),
                end.count("unchanged"),
                end.count("missing")));
    }
}
