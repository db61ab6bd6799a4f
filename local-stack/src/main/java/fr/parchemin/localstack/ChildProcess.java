package fr.parchemin.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starting and stopping the programs of the system. */
final class ChildProcess {

    private ChildProcess() {}

    /** The Java of this program, for its children. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Starts a program that writes to a log. A terminal sends Ctrl-C and its own end to every program in it at once; the
     * child does not hear them, so that everything can be stopped in the right order.
     */
    static Process start(List<String> command, Map<String, String> environment, Path log) {
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
        shielded.addAll(command);
        try {
            Files.createDirectories(log.resolveSibling("."));
            ProcessBuilder builder = new ProcessBuilder(shielded)
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.getFirst(), e);
        }
    }

    /** Asks a program to end, and ends it when it has not done so in time. */
    static void stop(Process process, Duration patience) {
        process.destroy();
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(patience)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly().onExit().join();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
