package fr.parchemin.localstack.bench;

import fr.parchemin.localstack.StackException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parchemin bench sheet}: sheets read one by one, against a fixed answer of the same process. */
@Command(
        name = "sheet",
        description = {
            "Reads sheets from the référentiel service itself over connections that stay open,",
            "and compares with an address that answers fixed bytes."
        },
        mixinStandardHelpOptions = true)
public final class SheetBench implements Callable<Integer> {

    private static final String BASELINE = "/v1/bench-static";
    private static final int SHEETS = 5_000;

    @Mixin
    private final LoadOptions load = new LoadOptions();

    @Option(
            names = "--baseline",
            description = "Address that answers fixed bytes (" + BASELINE + " of the service, if there is one).")
    private @Nullable URI baseline;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        load.check(spec);
        PrintWriter out = spec.commandLine().getOut();
        URI fixed = baseline == null ? load.referentiel.resolve(BASELINE) : baseline;
        List<String> numbers;
        boolean comparable;
        try (CatalogueClient catalogue = new CatalogueClient(load.referentiel)) {
            numbers = catalogue.numbers(SHEETS);
            comparable = catalogue.answers(fixed);
        }
        if (numbers.isEmpty()) {
            throw new StackException("The catalogue is empty: import a register first.");
        }
        out.println("%d sheets, %d connections, %d s of warm-up, %d s measured"
                .formatted(numbers.size(), load.clients, load.warmUp, load.seconds));
        out.flush();
        Load sheets = Load.of(
                load.referentiel,
                numbers.stream()
                        .map(n -> KeepAlive.request("/v1/certifications/" + n))
                        .toList(),
                load.clients,
                load.warmUp,
                load.seconds);
        out.println("sheets       " + sheets);
        out.flush();
        if (comparable) {
            byte[] request = KeepAlive.request(fixed.getRawPath());
            Load bytes = Load.of(fixed, List.of(request), load.clients, load.warmUp, load.seconds);
            out.println("fixed bytes  " + bytes);
            out.println("sheets per second are %s those of the fixed bytes"
                    .formatted(Ratio.of(sheets.perSecond(), bytes.perSecond())));
        } else {
            out.println("There is no baseline: %s does not answer; name another with --baseline.".formatted(fixed));
        }
        out.flush();
        return sheets.refused() == 0 ? 0 : 1;
    }
}
