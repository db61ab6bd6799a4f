package fr.parchemin.localstack;

import fr.parchemin.localstack.ProcessLedger.Level;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service in a JVM of its own, which says over HTTP when it is ready. */
final class ServicePart implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final int port;
    private final List<String> program;
    private final Map<String, String> environment;
    private final Path log;
    private final @Nullable AotCache cache;
    private volatile @Nullable Process process;
    private volatile boolean answered;

    /**
     * @param program options and arguments for the JVM
     * @param cache what it learnt earlier, null to go without
     */
    ServicePart(
            String name,
            int port,
            List<String> program,
            Map<String, String> environment,
            Path log,
            @Nullable AotCache cache) {
        this.name = name;
        this.port = port;
        this.program = program;
        this.environment = environment;
        this.log = log;
        this.cache = cache;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Level level() {
        return Level.SERVICE;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).map(Process::toHandle);
    }

    @Override
    public void start(Consumer<ProcessHandle> launched) {
        answered = false;
        long logStart = log.toFile().length();
        List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
        if (cache != null) {
            command.addAll(cache.options());
        }
        command.addAll(program);
        Process started = ChildProcess.start(command, environment, log);
        process = started;
        launched.accept(started.toHandle());
        try {
            awaitReady(started, logStart);
            answered = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(name + " was interrupted while it started.", e);
        }
    }

    @Override
    public void stop() {
        Process running = process;
        process = null;
        if (running != null) {
            ChildProcess.stop(running, Duration.ofSeconds(60));
            if (cache != null) {
                cache.keep(answered);
            }
        }
    }

    private void awaitReady(Process started, long logStart) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            if (!started.isAlive()) {
                throw new StackException("%s ended as it started (exit code %d)%s; see %s."
                        .formatted(name, started.exitValue(), lastError(logStart), log));
            }
            try {
                // The cheap question first: an HTTP client in a tight loop would slow down what it waits for.
                if (Ports.answers(port)
                        && HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not there yet.
            }
            if (Instant.now().isAfter(deadline)) {
                started.destroyForcibly();
                throw new StackException("%s was not ready after %d s%s; see %s."
                        .formatted(name, PATIENCE.toSeconds(), lastError(logStart), log));
            }
            Thread.sleep(25);
        }
    }

    /** What the log of this start says went wrong, as the end of a sentence. */
    private String lastError(long logStart) {
        try (FileChannel channel = FileChannel.open(log)) {
            channel.position(Math.min(logStart, channel.size()));
            String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(l -> l.contains("Caused by: ") || l.contains(" ERROR ") || l.startsWith("Error"))
                    .reduce((a, b) -> b)
                    .map(l -> ": " + l.strip())
                    .map(l -> l.length() > 300 ? l.substring(0, 300) + "…" : l)
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
