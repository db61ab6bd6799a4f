package fr.parchemin.localstack.bench;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code parchemin bench search}: words as people type them, against the same list without words. */
@Command(
        name = "search",
        description = "Searches the catalogue for 200 French queries with and without typing mistakes.",
        mixinStandardHelpOptions = true)
public final class SearchBench implements Callable<Integer> {

    private static final int FIRST_LEVEL = 3;
    private static final int LEVELS = 5;

    @Mixin
    private final LoadOptions load = new LoadOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        load.check(spec);
        PrintWriter out = spec.commandLine().getOut();
        try (CatalogueClient catalogue = new CatalogueClient(load.referentiel)) {
            // Says in one line when nobody answers.
            catalogue.numbers(1);
        }
        List<byte[]> searches = new ArrayList<>();
        List<byte[]> lists = new ArrayList<>();
        for (String query : SearchQueries.all()) {
            String list = "/v1/certifications?active=true&level=" + (FIRST_LEVEL + searches.size() % LEVELS);
            lists.add(KeepAlive.request(list));
            searches.add(KeepAlive.request(list + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        }
        out.println("%d queries, %d connections, %d s of warm-up, %d s measured"
                .formatted(searches.size(), load.clients, load.warmUp, load.seconds));
        out.flush();
        Load words = Load.of(load.referentiel, searches, load.clients, load.warmUp, load.seconds);
        out.println("with words     " + words);
        out.flush();
        Load plain = Load.of(load.referentiel, lists, load.clients, load.warmUp, load.seconds);
        out.println("without words  " + plain);
        out.println("median %s, p99 %s that of the list without words"
                .formatted(
                        Ratio.of(words.times().percentile(50), plain.times().percentile(50)),
                        Ratio.of(words.times().percentile(99), plain.times().percentile(99))));
        out.flush();
        return words.refused() == 0 ? 0 : 1;
    }
}
