package fr.parchemin.localstack.bench;

import fr.parchemin.localstack.StackException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code parchemin bench sheet}: sheets read one by one, against a fixed answer of the same process. */
@Command(
        name = "sheet",
        description = {
            "Reads sheets from the référentiel service itself over connections that stay open,",
            "and compares with a handler of the same process that answers their bytes and does nothing else."
        },
        mixinStandardHelpOptions = true)
public final class SheetBench implements Callable<Integer> {

    private static final String BASELINE = "/bench/sheets/";
    private static final int SHEETS = 1_000;

    @Mixin
    private final LoadOptions load = new LoadOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        load.check(spec);
        PrintWriter out = spec.commandLine().getOut();
        List<String> numbers;
        boolean comparable;
        try (CatalogueClient catalogue = new CatalogueClient(load.referentiel)) {
            numbers = catalogue.numbers(SHEETS);
            if (numbers.isEmpty()) {
                throw new StackException("The catalogue is empty: import a register first.");
            }
            comparable = catalogue.answers(load.referentiel.resolve(BASELINE + numbers.getFirst()));
        }
        out.println("%d sheets, %d connections, %d s of warm-up, %d s measured"
                .formatted(numbers.size(), load.clients, load.warmUp, load.seconds));
        out.flush();
        Load sheets = read("/v1/certifications/", numbers);
        out.println("sheets       " + sheets);
        out.flush();
        if (comparable) {
            Load fixed = read(BASELINE, numbers);
            out.println("fixed bytes  " + fixed);
            out.println("sheets per second are %s those of the fixed bytes"
                    .formatted(Ratio.of(sheets.perSecond(), fixed.perSecond())));
        } else {
            out.println("There is no baseline: the service was started without parchemin.bench.fixed-sheets=true.");
        }
        out.flush();
        return sheets.refused() == 0 ? 0 : 1;
    }

    private Load read(String path, List<String> numbers) throws InterruptedException {
        return Load.of(
                load.referentiel,
                numbers.stream().map(n -> KeepAlive.request(path + n)).toList(),
                load.clients,
                load.warmUp,
                load.seconds);
    }
}
