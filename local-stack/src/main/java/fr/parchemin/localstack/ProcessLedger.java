package fr.parchemin.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processes that this program started, noted on disk, so that none outlives it. A tiny shell process, the guard, hangs
 * on a pipe of ours: when we end without having stopped everything (kill -9, a crash), it does so in our place. Should the
 * guard be killed as well, the next start finds the notes ({@link #stopLeftovers}).
 */
public final class ProcessLedger implements AutoCloseable {

    /** When a process is stopped: services first, the database last. */
    public enum Level {
        SERVICE("TERM"),
        BROKER("TERM"),
        /** PostgreSQL waits for its clients on TERM, and breaks them off cleanly on INT. */
        DATABASE("INT");

        private final String signal;

        Level(String signal) {
            this.signal = signal;
        }

        String prefix() {
            return ordinal() + 1 + "-";
        }
    }

    /** A process that an earlier run noted and that still runs. */
    private record Leftover(String part, ProcessHandle process, String signal) {}

    private final Path folder;
    private final Process guard;

    private ProcessLedger(Path folder, Process guard) {
        this.folder = folder;
        this.guard = guard;
    }

    /**
     * Begins a ledger of this program's processes.
     *
     * @param parent folder of the ledgers of all runs
     * @param removeAfterwards folder that the guard removes when we are gone, null for none
     */
    public static ProcessLedger open(Path parent, @Nullable Path removeAfterwards) {
        try {
            Files.createDirectories(parent);
            Path folder =
                    Files.createTempDirectory(parent, ProcessHandle.current().pid() + "-");
            Path script = folder.resolve("guard.sh");
            try (InputStream in = Objects.requireNonNull(ProcessLedger.class.getResourceAsStream("guard.sh"))) {
                Files.copy(in, script);
            }
            List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString(), folder.toString()));
            if (removeAfterwards != null) {
                command.add(removeAfterwards.toString());
            }
            Process guard = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new ProcessLedger(folder, guard);
        } catch (IOException e) {
            throw new UncheckedIOException("no ledger of processes in " + parent, e);
        }
    }

    /** Notes a process that has just started; a part that starts again takes the place of its former process. */
    public void note(String part, Level level, ProcessHandle process) {
        try {
            Files.writeString(
                    folder.resolve(level.prefix() + part),
                    "%d %d %s%n".formatted(process.pid(), startOf(process), level.signal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Strikes out a part that has been stopped. */
    public void strike(String part, Level level) {
        try {
            Files.deleteIfExists(folder.resolve(level.prefix() + part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the guard go; it stops what is still noted. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            guard.waitFor(90, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops what earlier runs left behind, when they and their guards were killed. A process counts only if it still has the
     * start time that was noted: its number may have gone to somebody else.
     *
     * @return names of the parts that were still running
     */
    public static List<String> stopLeftovers(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        List<String> stopped = new ArrayList<>();
        try (DirectoryStream<Path> ledgers = Files.newDirectoryStream(parent, Files::isDirectory)) {
            for (Path ledger : ledgers) {
                for (Level level : Level.values()) {
                    List<Leftover> leftovers = leftoversOf(ledger, level);
                    leftovers.forEach(ProcessLedger::signal);
                    leftovers.forEach(l -> awaitEnd(l.process));
                    leftovers.forEach(l -> stopped.add(l.part));
                }
                Folders.delete(ledger);
            }
            return stopped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Leftover> leftoversOf(Path ledger, Level level) throws IOException {
        try (Stream<Path> notes = Files.list(ledger)) {
            return notes.filter(n -> n.getFileName().toString().startsWith(level.prefix()))
                    .flatMap(n -> leftover(n, level).stream())
                    .toList();
        }
    }

    private static Optional<Leftover> leftover(Path note, Level level) {
        try {
            String[] fields = Files.readString(note).strip().split(" ", -1);
            long start = Long.parseLong(fields[1]);
            String part = note.getFileName().toString().substring(level.prefix().length());
            return ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(p -> Math.abs(startOf(p) - start) <= 1000)
                    .map(p -> new Leftover(part, p, level.signal));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Half written when the machine stopped: such a process cannot be told from any other.
            return Optional.empty();
        }
    }

    private static void signal(Leftover leftover) {
        try {
            new ProcessBuilder("kill", "-" + leftover.signal, String.valueOf(leftover.process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit()
                .orTimeout(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS)
                .exceptionally(e -> {
                    process.destroyForcibly();
                    return process;
                })
                .join();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
