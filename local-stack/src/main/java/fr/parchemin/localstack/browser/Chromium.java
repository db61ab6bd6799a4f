package fr.parchemin.localstack.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Patience;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium without a window, spoken to in the DevTools protocol over the JDK's own WebSocket: what a driver of 200 MB
 * would do for us here fits in two classes.
 */
public final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

    private final Process process;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final ConcurrentMap<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();

    private Chromium(Process process, Path home, URI address) {
        this.process = process;
        this.home = home;
        this.socket = http.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, new Ear())
                .join();
    }

    /** The browser of this machine: what {@code CHROMIUM} names, else the first of the usual names on the path. */
    public static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        Stream<Path> candidates = Stream.concat(
                Stream.ofNullable(named).map(Path::of),
                Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(File.pathSeparator))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    /** Starts the program with a profile of its own, which is gone when it ends. */
    public static Chromium start(Path program) {
        try {
            Path home = Files.createTempDirectory("chromium-");
            List<String> command = new ArrayList<>(List.of(
                    program.toString(),
                    "--headless=new",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + home,
                    "--no-first-run",
                    "--disable-extensions",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--hide-scrollbars",
                    "--force-color-profile=srgb",
                    "--lang=fr-FR"));
            if ("root".equals(System.getProperty("user.name"))) {
                // Its sandbox refuses to work for root, as whom containers build.
                command.add("--no-sandbox");
            }
            command.add("about:blank");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("chromium.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Chromium(process, home, awaitAddress(process, home.resolve("DevToolsActivePort")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI awaitAddress(Process process, Path file) {
        return new Patience(PATIENCE).await("Chromium to start", () -> {
            try {
                if (!process.isAlive()) {
                    throw new StackException(
                            "Chromium did not start: " + Files.readString(file.resolveSibling("chromium.log")));
                }
                List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
                return Optional.of(lines)
                        .filter(l -> l.size() == 2)
                        .map(l -> URI.create("ws://127.0.0.1:" + l.get(0) + l.get(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A page without cookies or storage of any other one. */
    public BrowserPage open(Screen screen) {
        String context = call(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String target = call(null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        String session = call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new BrowserPage(this, session, context, screen);
    }

    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            // One message at a time: a WebSocket refuses a second one while the first is on its way.
            synchronized (socket) {
                socket.sendText(message.toString(), true).join();
            }
            return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(method + " failed: " + e.getCause(), e);
        } finally {
            waiting.remove(id);
        }
    }

    void listen(String session, Consumer<JsonNode> listener) {
        listeners.put(session, listener);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(5))) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Its own helpers may still be writing; the folder is one for temporary files.
            home.toFile().deleteOnExit();
        }
    }

    /** Puts the pieces of a message together and takes it to whoever waits for it. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(String message) {
            JsonNode node;
            try {
                node = JSON.readTree(message);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            CompletableFuture<JsonNode> answer = waiting.get(node.path("id").asInt());
            if (answer == null) {
                Consumer<JsonNode> listener =
                        listeners.get(node.path("sessionId").asText());
                if (listener != null) {
                    listener.accept(node);
                }
            } else if (node.has("error")) {
                answer.completeExceptionally(
                        new IllegalStateException(node.path("error").toString()));
            } else {
                answer.complete(node.path("result"));
            }
        }
    }
}
