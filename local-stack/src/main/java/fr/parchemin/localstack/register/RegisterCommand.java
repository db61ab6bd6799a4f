package fr.parchemin.localstack.register;

import fr.parchemin.localstack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parchemin register}: writes an invented register in the files of France compétences. */
@Command(
        name = "register",
        description = {
            "Writes an invented register RNCP and RS in the files of France compétences.",
            "The same seed, size, day and date give the same bytes."
        },
        mixinStandardHelpOptions = true)
public final class RegisterCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "<folder>", required = true, description = "Where the files go.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--seed", description = "Another seed, another register (${DEFAULT-VALUE}).", defaultValue = "1")
    private long seed;

    @Option(
            names = "--sheets",
            description = "Records of both registers (${DEFAULT-VALUE}).",
            defaultValue = "" + Volume.PUBLISHED)
    private int sheets;

    @Option(
            names = "--day",
            description = "So many days later; each changes one record in two hundred (${DEFAULT-VALUE}).",
            defaultValue = "0")
    private int day;

    @Option(names = "--date", description = "Date of day 0 (${DEFAULT-VALUE}).", defaultValue = "2026-11-20")
    @SuppressWarnings("NullAway.Init")
    private LocalDate date;

    @Option(names = "--csv", description = "Write the archive of the ten CSV files too.")
    private boolean csv;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (sheets < 10 || day < 0 || day > 1_000) {
            throw new ParameterException(spec.commandLine(), "--sheets is at least 10, --day from 0 to 1000");
        }
        PrintWriter out = spec.commandLine().getOut();
        long begun = System.nanoTime();
        try {
            for (Path file : new RegisterFiles(new Register(seed, sheets, day, date), folder).write(csv)) {
                out.println(String.format(Locale.ROOT, "%8.1f MB  %s", Files.size(file) / 1e6, file));
            }
        } catch (IOException e) {
            throw new StackException("The register cannot be written to %s: %s.".formatted(folder, e.getMessage()), e);
        }
        out.println(String.format(Locale.ROOT, "%d records in %.1f s.", sheets, (System.nanoTime() - begun) / 1e9));
        out.flush();
        return 0;
    }
}
