package fr.parchemin.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker (KRaft, one node) as a process of its own on the loopback interface. */
public final class KafkaBroker implements AutoCloseable {

    private static final int PARTITIONS = 3;
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
    private @Nullable Process process;

    /**
     * @param home folder for its data, settings and log, made at the first start
     * @param port TCP port for clients on 127.0.0.1
     * @param controllerPort TCP port that the node keeps for itself
     */
    public KafkaBroker(Path home, int port, int controllerPort) {
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the broker, waits until it answers and makes the topics that are missing. */
    public KafkaBroker start() {
        try {
            Path settings = writeSettings();
            if (!Files.exists(home.resolve("data/meta.properties"))) {
                run("kafka.tools.StorageTool", "format", "-t", "parcheminAAAAAAAAAAAAA", "-c", settings.toString())
                        .onExit()
                        .orTimeout(1, TimeUnit.MINUTES)
                        .join();
            }
            process = run("kafka.Kafka", settings.toString());
            ensureTopics();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start on port " + port, e);
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
            p.destroy();
            if (!waitFor(p, Duration.ofSeconds(15))) {
                p.destroyForcibly().onExit().join();
            }
        }
    }

    private static boolean waitFor(Process p, Duration time) {
        try {
            return p.waitFor(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ensureTopics() {
        Instant deadline = Instant.now().plusSeconds(60);
        while (true) {
            try (Admin admin = Admin.create(Map.of(
                    "bootstrap.servers",
                    bootstrapServers(),
                    "request.timeout.ms",
                    "2000",
                    "default.api.timeout.ms",
                    "4000"))) {
                Set<String> there = admin.listTopics().names().get(5, TimeUnit.SECONDS);
                admin.createTopics(TOPICS.stream()
                                .filter(t -> !there.contains(t))
                                .map(t -> new NewTopic(t, PARTITIONS, (short) 1).configs(settingsOf(t)))
                                .collect(Collectors.toList()))
                        .all()
                        .get(10, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
                Process p = process;
                if (p == null || !p.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("Kafka does not answer; see " + home.resolve("kafka.log"), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Kafka started", e);
            }
        }
    }

    private static Map<String, String> settingsOf(String topic) {
        return COMPACTED.contains(topic)
                ? Map.of("cleanup.policy", "compact")
                : Map.of("retention.ms", String.valueOf(Duration.ofDays(90).toMillis()));
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

    private Process run(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("kafka.log").toFile()))
                .start();
    }

    /** The class path of this program: a Quarkus test hides its jars behind a class loader, but not in this property. */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).collect(Collectors.joining(File.pathSeparator));
    }
}
