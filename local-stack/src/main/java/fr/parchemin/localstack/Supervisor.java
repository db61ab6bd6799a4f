package fr.parchemin.localstack;

import fr.parchemin.localstack.ProcessLedger.Level;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts the parts of the system, each as soon as those that it needs are ready; starts a part again that dies, a little
 * later each time that it dies soon; stops everything in order.
 */
final class Supervisor implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A part that has run this long has recovered. */
    private static final Duration RECOVERED = Duration.ofMinutes(1);

    private final Map<Part, List<Part>> needs = new LinkedHashMap<>();
    private final Map<Part, Integer> deaths = new LinkedHashMap<>();
    private final ProcessLedger ledger;
    private final PrintStream out;
    private final boolean terminal;
    private final Duration firstPause;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Progress progress;

    /**
     * @param ledger takes note of every process
     * @param terminal whether {@code out} is a screen on which lines can be drawn again
     * @param firstPause before a part that died is started again for the first time
     */
    Supervisor(ProcessLedger ledger, PrintStream out, boolean terminal, Duration firstPause) {
        this.ledger = ledger;
        this.out = out;
        this.terminal = terminal;
        this.firstPause = firstPause;
    }

    /** Adds a part, after those that it needs. */
    void add(Part part, Part... needed) {
        needs.put(part, Arrays.asList(needed));
    }

    List<Part> parts() {
        return List.copyOf(needs.keySet());
    }

    /**
     * Starts everything and waits until all of it answers.
     *
     * @throws StackException for the first part that does not
     */
    void start() {
        Progress board = new Progress(
                out, terminal, needs.keySet().stream().map(Part::name).toList());
        progress = board;
        try (board) {
            Map<Part, CompletableFuture<Void>> ready = new LinkedHashMap<>();
            CompletableFuture<Void> failed = new CompletableFuture<>();
            needs.forEach((part, needed) -> ready.put(
                    part,
                    CompletableFuture.allOf(needed.stream().map(ready::get).toArray(CompletableFuture[]::new))
                            .thenRunAsync(() -> start(part, board), workers)
                            .whenComplete((nothing, e) -> {
                                if (e != null) {
                                    failed.completeExceptionally(e);
                                }
                            })));
            CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException problem
                    ? problem
                    : new StackException("The start failed: " + e.getCause(), e);
        }
        needs.keySet().forEach(this::watch);
    }

    /** Waits until {@link #close} begins. */
    void awaitStop() throws InterruptedException {
        stopping.await();
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Stops the services, then the broker, then the database; a second call waits for the first. */
    @Override
    public synchronized void close() {
        if (isStopping()) {
            return;
        }
        stopping.countDown();
        Progress starting = progress;
        if (starting != null) {
            starting.close();
        }
        workers.shutdownNow();
        awaitWorkers();
        List<Part> inOrder = new ArrayList<>(needs.keySet()).reversed();
        try (Progress board =
                new Progress(out, terminal, inOrder.stream().map(Part::name).toList())) {
            for (Level level : Level.values()) {
                // Leaving the block waits for all of them.
                try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
                    inOrder.stream()
                            .filter(p -> p.level() == level)
                            .forEach(p -> stoppers.execute(() -> stop(p, board)));
                }
            }
        }
    }

    private void start(Part part, Progress board) {
        board.begin(part.name(), "starting");
        try {
            launch(part);
            board.end(part.name(), "ready");
        } catch (RuntimeException e) {
            board.end(part.name(), isStopping() ? "cut short" : "failed");
            throw e;
        }
    }

    private void launch(Part part) {
        part.start(process -> ledger.note(part.name(), part.level(), process));
    }

    private void stop(Part part, Progress board) {
        board.begin(part.name(), "stopping");
        try {
            part.stop();
            ledger.strike(part.name(), part.level());
            board.end(part.name(), "stopped");
        } catch (RuntimeException e) {
            // The others have to be stopped all the same; the guard takes care of this one.
            board.end(part.name(), "failed: " + e.getMessage());
        }
    }

    private void watch(Part part) {
        long since = System.nanoTime();
        part.process().ifPresent(process -> process.onExit().thenRun(() -> {
            if (!isStopping()) {
                workers.execute(() -> revive(part, Duration.ofNanos(System.nanoTime() - since)));
            }
        }));
    }

    private void revive(Part part, Duration lived) {
        if (lived.compareTo(RECOVERED) > 0) {
            forgetDeaths(part);
        }
        say("%s ended unexpectedly.".formatted(part.name()));
        try {
            while (true) {
                Duration pause = nextPause(part);
                say("%s starts again in %s s.".formatted(part.name(), seconds(pause)));
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                long begun = System.nanoTime();
                try {
                    // Clears away what is left of it, for example a lock.
                    part.stop();
                    launch(part);
                    say("%s is ready again after %s s."
                            .formatted(part.name(), seconds(Duration.ofNanos(System.nanoTime() - begun))));
                    watch(part);
                    return;
                } catch (RuntimeException e) {
                    if (isStopping()) {
                        return;
                    }
                    say(String.valueOf(e.getMessage()));
                }
            }
        } catch (InterruptedException e) {
            // The supervisor stops.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Duration nextPause(Part part) {
        int former = deaths.merge(part, 1, Integer::sum) - 1;
        Duration pause = firstPause.multipliedBy(1L << Math.min(former, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private synchronized void forgetDeaths(Part part) {
        deaths.remove(part);
    }

    private void awaitWorkers() {
        try {
            workers.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String message) {
        synchronized (out) {
            out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + message);
            out.flush();
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
