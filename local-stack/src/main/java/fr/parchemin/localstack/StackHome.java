package fr.parchemin.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder {@code .parchemin} of a working copy: data, logs, and the note of who runs. {@code data/} is what the services
 * know; everything else can be made again.
 *
 * @param root the working copy
 */
record StackHome(Path root) {

    /** System property with the folder of the working copy, set by the script {@code parchemin}. */
    static final String PROPERTY = "parchemin.root";

    private static final long LOG_LIMIT = 20L << 20;
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

    /** Says that the system runs, for as long as it is held. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    static StackHome here() {
        return new StackHome(
                Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize());
    }

    Path folder() {
        return root.resolve(".parchemin");
    }

    Path data(String part) {
        return folder().resolve("data").resolve(part);
    }

    /** 32 random bytes in Base64, the same for as long as the data are: what they encrypt is of no use without them. */
    String secret(String name) {
        Path file = data("secrets").resolve(name);
        try {
            if (!Folders.hasContent(file)) {
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Folders.writeSecret(file, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(String part) {
        return folder().resolve("logs").resolve(part + ".log");
    }

    /** Copies of the built services: building again does not pull the jars from under a service that runs. */
    Path program(String part) {
        return folder().resolve("programs").resolve(part);
    }

    Path aotCaches() {
        return folder().resolve("aot");
    }

    Path ledgers() {
        return folder().resolve("run");
    }

    /** The built service in its module's folder. */
    Path built(String module) {
        return root.resolve(module).resolve("target/quarkus-app");
    }

    /** Forgets everything that the services know, and what they logged. */
    void wipe() {
        Folders.delete(folder().resolve("data"));
        Folders.delete(folder().resolve("logs"));
    }

    /** Begins a new log where the old one has become long; the old one is kept once. */
    void turnLogs() {
        Path logs = folder().resolve("logs");
        try {
            Files.createDirectories(logs);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "*.log")) {
                for (Path file : files) {
                    if (Files.size(file) > LOG_LIMIT) {
                        Files.move(
                                file,
                                file.resolveSibling(file.getFileName() + ".old"),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the working copy for this run; the operating system lets it go with this process, however it ends. */
    Running take(StackPorts ports) {
        try {
            Files.createDirectories(folder());
            FileChannel channel = FileChannel.open(
                    lock(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            if (!locked(channel)) {
                channel.close();
                throw new StackException("Parchemin already runs here%s: use it, or stop it with Ctrl-C there."
                        .formatted(note().map(n -> " (process " + n.split(" ", 2)[0] + ")")
                                .orElse("")));
            }
            // A channel that nothing refers to is closed by the garbage collector, and its lock is gone.
            HELD.add(channel);
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + " " + ports.shift() + "\n"));
            return () -> {
                try {
                    HELD.remove(channel);
                    channel.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports of the system that runs in this working copy now, empty when none does. */
    Optional<StackPorts> running() {
        try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return locked(channel) ? Optional.empty() : note().map(n -> StackPorts.of(n.split(" ", 2)[1]));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path lock() {
        return folder().resolve("running");
    }

    private Optional<String> note() throws IOException {
        String note = Files.readString(lock()).strip();
        return note.matches("\\d+ \\d+") ? Optional.of(note) : Optional.empty();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
