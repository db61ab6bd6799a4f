package fr.parchemin.localstack;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parchemin up}: the whole system on this machine, until Ctrl-C. */
@Command(
        name = "up",
        description = "Starts the whole system on this machine and keeps it running until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final List<String> OWNERS_OF_DATA = List.of("referentiel", "session", "results");

    /** The services and the modules that they are built in. */
    private static final Map<String, String> MODULES = Map.of(
            "referentiel", "referentiel-service",
            "session", "session-service",
            "results", "results-service",
            "gateway", "gateway");

    @Option(names = "--fresh", description = "Forget all data and logs of earlier runs first.")
    private boolean fresh;

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private final StackHome home = StackHome.here();

    @Override
    public Integer call() throws InterruptedException {
        StackPorts ports = StackPorts.of(System.getenv(StackPorts.VARIABLE));
        long begun = System.nanoTime();
        MODULES.values().stream().sorted().forEach(this::requireBuilt);
        // Held until this process ends: another run must not begin while this one still stops.
        home.take(ports);
        List<String> leftovers = ProcessLedger.stopLeftovers(home.ledgers());
        if (!leftovers.isEmpty()) {
            say("Stopped what an earlier run had left behind: " + String.join(", ", leftovers) + ".");
        }
        ports.requireFree();
        if (fresh) {
            home.wipe();
        }
        home.turnLogs();
        say("Parchemin starts; its data and logs are in " + home.folder() + ".\n");
        ProcessLedger ledger = ProcessLedger.open(home.ledgers(), null);
        Supervisor supervisor = new Supervisor(ledger, out, terminal, Duration.ofSeconds(1));
        boolean allCached = assemble(supervisor, ports);
        Thread atEnd = Thread.ofPlatform().unstarted(() -> {
            say(
                    allCached
                            ? "\nParchemin stops.\n"
                            : "\nParchemin stops. This once, each part writes down what it learnt, to start faster.\n");
            supervisor.close();
            ledger.close();
            say("\nStopped.");
        });
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            supervisor.start();
        } catch (StackException e) {
            if (!supervisor.isStopping()) {
                Runtime.getRuntime().removeShutdownHook(atEnd);
                say("\nOne part did not start; the others stop.\n");
                supervisor.close();
                ledger.close();
                say("");
                throw e;
            }
        }
        if (!supervisor.isStopping()) {
            showReady(supervisor, Duration.ofNanos(System.nanoTime() - begun));
        }
        supervisor.awaitStop();
        // Only the end of this process gets here; the hook does the rest.
        atEnd.join();
        return 0;
    }

    private boolean assemble(Supervisor supervisor, StackPorts ports) {
        PostgresServer postgres = new PostgresServer(home.data("postgresql"), ports.postgres())
                .log(home.log("postgresql"))
                .programIn(home.program("postgresql"));
        AotCache kafkaCache = new AotCache(home.aotCaches(), "kafka", KafkaBroker.jars(), KafkaBroker.program());
        KafkaBroker kafka =
                new KafkaBroker(home.data("kafka"), ports.kafka(), ports.kafkaController()).log(home.log("kafka"));
        Part database = new Part.Database(postgres, OWNERS_OF_DATA);
        Part broker = new Part.Broker(kafka, kafkaCache);
        Part tokens = new Part.Tokens(home.data("tokens"), ports.issuer());
        supervisor.add(database);
        supervisor.add(broker);
        supervisor.add(tokens);

        List<AotCache> caches = new ArrayList<>(List.of(kafkaCache));
        Map<String, String> common = Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", tokens.address());
        Map<String, Integer> portOf =
                Map.of("referentiel", ports.referentiel(), "session", ports.session(), "results", ports.results());
        for (String name : OWNERS_OF_DATA) {
            Map<String, String> environment = new HashMap<>(common);
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(name));
            environment.put("QUARKUS_DATASOURCE_USERNAME", name);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", name);
            // What runs here is for trying out: `demo --large` plays years of it.
            environment.put("PARCHEMIN_SANDBOX", "true");
            if (name.equals("referentiel")) {
                environment.put("PARCHEMIN_IMPORTS_FOLDER", home.data("imports").toString());
                environment.put("PARCHEMIN_BENCH_FIXED_SHEETS", "true");
            }
            if (name.equals("results")) {
                environment.put("PARCHEMIN_PUBLIC_URL", "http://localhost:" + ports.gateway());
                environment.put("PARCHEMIN_CREDENTIALS_KEY", home.secret("credentials"));
                // Invented: the Caisse des Dépôts gives real ones.
                environment.put("CDC_EMITTER_CLIENT_ID", "DEMO0001");
                environment.put("CDC_CONTRACT_ID", "DEMO-CONTRAT");
            }
            int port = Objects.requireNonNull(portOf.get(name));
            supervisor.add(service(name, port, environment, caches), database, broker, tokens);
        }
        Map<String, String> environment = new HashMap<>(common);
        environment.put("PARCHEMIN_GATEWAY_REFERENTIEL_URL", "http://127.0.0.1:" + ports.referentiel());
        environment.put("PARCHEMIN_GATEWAY_SESSION_URL", "http://127.0.0.1:" + ports.session());
        environment.put("PARCHEMIN_GATEWAY_RESULTS_URL", "http://127.0.0.1:" + ports.results());
        environment.put("PARCHEMIN_GATEWAY_TOKEN_URL", tokens.address() + "/oauth/token");
        supervisor.add(service("gateway", ports.gateway(), environment, caches), tokens);
        return caches.stream().allMatch(AotCache::ready);
    }

    private void requireBuilt(String module) {
        if (!Files.exists(home.built(module).resolve("quarkus-run.jar"))) {
            throw new StackException(module + " is not built: run ./parchemin build.");
        }
    }

    private Part service(String name, int port, Map<String, String> environment, List<AotCache> caches) {
        Path folder = home.program(name);
        Folders.mirror(home.built(Objects.requireNonNull(MODULES.get(name))), folder);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        List<String> program = List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                // A Persian or an Arabic machine would write numbers of awards and records in its own digits.
                "-Duser.language=en",
                "-jar",
                folder.resolve("quarkus-run.jar").toString());
        AotCache cache = new AotCache(home.aotCaches(), name, Folders.filesIn(folder), program);
        caches.add(cache);
        return new ServicePart(name, port, program, environment, home.log(name), cache);
    }

    private void showReady(Supervisor supervisor, Duration time) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%nReady in %.1f s. Ctrl-C stops everything.%n%n", time.toMillis() / 1000.0));
        text.append("  %-12s %-58s %8s %8s%n".formatted("part", "address", "process", "memory"));
        long sum = 0;
        for (Part part : supervisor.parts().reversed()) {
            OptionalLong memory = part.process().map(Memory::of).orElse(OptionalLong.empty());
            sum += memory.orElse(0);
            String pid = part.process().map(p -> String.valueOf(p.pid())).orElse("");
            text.append("  %-12s %-58s %8s %8s%n".formatted(part.name(), part.address(), pid, megabytes(memory)));
        }
        OptionalLong own = Memory.ofThisProcess();
        sum += own.orElse(0);
        text.append("  %-12s %-58s %8d %8s%n"
                .formatted("this program", "", ProcessHandle.current().pid(), megabytes(own)));
        text.append("  %-12s %-58s %8s %8s%n".formatted("together", "", "", megabytes(OptionalLong.of(sum))));
        out.println(text);
        out.flush();
    }

    private void say(String message) {
        out.println(message);
        out.flush();
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isEmpty() ? "" : "%d MB".formatted((bytes.getAsLong() + (1 << 19)) >> 20);
    }
}
