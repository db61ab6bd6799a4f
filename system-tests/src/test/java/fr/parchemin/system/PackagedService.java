package fr.parchemin.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service as it is delivered: the packaged jar in a JVM of its own. */
final class PackagedService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private @Nullable Process process;

    /** @param folder where its log goes */
    PackagedService(String name, int port, Path folder, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.environment = environment;
        this.log = folder.resolve(name + ".log");
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void start() {
        Path jar = ContainerFiles.ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build the services first (./parchemin test does)");
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready; fails at once when its process has ended. */
    void awaitReady() {
        await(name + " ready; see " + log)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .failFast(name + " ended; see " + log, () -> process == null || !process.isAlive())
                .until(this::isReady);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** As {@code kill -9}. */
    void kill() {
        Process p = process;
        if (p != null) {
            p.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        Process p = process;
        if (p != null) {
            p.destroy();
            p.onExit().completeOnTimeout(p, 15, TimeUnit.SECONDS).join();
            kill();
        }
    }
}
