package fr.parchemin.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker (KRaft, one node) as a process of its own on the loopback interface. */
public final class KafkaBroker implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final String CLUSTER = "parcheminAAAAAAAAAAAAA";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> COMPACTED = Set.of("parchemin.certifications", "parchemin.identities");
    private static final List<String> TOPICS = List.of(
            "parchemin.certifications",
            "parchemin.identities",
            "parchemin.sessions",
            "parchemin.records",
            "parchemin.results");

    private final Path home;
    private final int port;
    private final int controllerPort;
    private Path log;
    private List<String> jvmOptions = List.of();
    private Consumer<ProcessHandle> onLaunch = p -> {};
    private volatile @Nullable Process process;

    /**
     * @param home folder for its data, settings and log, made at the first start
     * @param port TCP port for clients on 127.0.0.1
     * @param controllerPort TCP port that the node keeps for itself
     */
    public KafkaBroker(Path home, int port, int controllerPort) {
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = home.resolve("kafka.log");
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Where the broker writes what it does, instead of a file in its folder. */
    public KafkaBroker log(Path file) {
        this.log = file;
        return this;
    }

    /** More options for its JVM. */
    KafkaBroker jvmOptions(List<String> options) {
        this.jvmOptions = options;
        return this;
    }

    /** Who hears of its process as soon as there is one. */
    KafkaBroker onLaunch(Consumer<ProcessHandle> listener) {
        this.onLaunch = listener;
        return this;
    }

    /** Starts the broker, waits until it answers and makes the topics that are missing. */
    public KafkaBroker start() {
        try {
            Path settings = writeSettings();
            if (!Files.exists(home.resolve("data/meta.properties"))) {
                // A format that was cut short leaves a folder that cannot be formatted again.
                Folders.delete(home.resolve("data"));
                format(settings);
            }
            List<String> command = command("kafka.Kafka", settings.toString());
            command.addAll(1, jvmOptions);
            Process started = ChildProcess.start(command, Map.of(), log);
            process = started;
            onLaunch.accept(started.toHandle());
            awaitPort();
            ensureTopics();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start on port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Kafka was interrupted while it started.", e);
        }
    }

    /** The broker's process, while it runs. */
    public @Nullable Process process() {
        return process;
    }

    /** Stops the broker as a machine that loses power would. */
    public void kill() {
        Process p = process;
        process = null;
        if (p != null) {
            p.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        Process p = process;
        process = null;
        if (p != null) {
            ChildProcess.stop(p, Duration.ofSeconds(60));
        }
    }

    /** The class path and main class of the broker, which decide whether a cache of its classes fits. */
    static List<String> program() {
        return List.of("-cp", classPath(), "kafka.Kafka");
    }

    /** The jars of that class path: a cache is good for these very files. */
    static List<Path> jars() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    private void format(Path settings) throws InterruptedException {
        Process format = ChildProcess.start(
                command("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString()), Map.of(), log);
        if (!format.waitFor(Duration.ofMinutes(1)) || format.exitValue() != 0) {
            format.destroyForcibly();
            throw new StackException("Kafka could not prepare its folder " + home + "; see " + log + ".");
        }
    }

    /** Cheaper than letting the client try: it would back off for longer and longer. */
    private void awaitPort() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Ports.answers(port)) {
            requireAlive(deadline, null);
            Thread.sleep(25);
        }
    }

    private void ensureTopics() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Admin admin = Admin.create(Map.of(
                    "bootstrap.servers",
                    bootstrapServers(),
                    "request.timeout.ms",
                    "2000",
                    "default.api.timeout.ms",
                    "4000"))) {
                Set<String> there = admin.listTopics().names().get(5, TimeUnit.SECONDS);
                List<NewTopic> missing = TOPICS.stream()
                        .filter(t -> !there.contains(t))
                        .map(t -> new NewTopic(t, PARTITIONS, (short) 1).configs(settingsOf(t)))
                        .toList();
                if (!missing.isEmpty()) {
                    admin.createTopics(missing).all().get(10, TimeUnit.SECONDS);
                }
                return;
            } catch (ExecutionException | TimeoutException e) {
                requireAlive(deadline, e);
            }
        }
    }

    private void requireAlive(Instant deadline, @Nullable Exception cause) {
        Process p = process;
        if (p == null || !p.isAlive() || Instant.now().isAfter(deadline)) {
            StackException e = new StackException("Kafka does not answer on port " + port + "; see " + log + ".");
            if (cause != null) {
                e.addSuppressed(cause);
            }
            throw e;
        }
    }

    private static Map<String, String> settingsOf(String topic) {
        return COMPACTED.contains(topic)
                // By itself Kafka keeps a tombstone for a day: a service that is away for longer never hears of it.
                ? Map.of("cleanup.policy", "compact", "delete.retention.ms", millisOfDays(30))
                : Map.of("retention.ms", millisOfDays(90));
    }

    private static String millisOfDays(int days) {
        return String.valueOf(Duration.ofDays(days).toMillis());
    }

    private Path writeSettings() throws IOException {
        Files.createDirectories(home);
        Properties p = new Properties();
        p.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                home.resolve("data").toString(),
                "num.partitions",
                String.valueOf(PARTITIONS),
                "offsets.topic.replication.factor",
                "1"));
        p.putAll(Map.of(
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "3",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "16777216",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        Path file = home.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            p.store(out, null);
        }
        return file;
    }

    private static List<String> command(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // Compiling for peak speed would cost two seconds of processor time at every start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$-7s [%3$s] %5$s%6$s%n",
                "-cp",
                classPath(),
                mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The class path of this program: a Quarkus test hides its jars behind a class loader, but not in this property. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
