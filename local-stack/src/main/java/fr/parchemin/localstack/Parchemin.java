package fr.parchemin.localstack;

import fr.parchemin.localstack.audit.AuditCommand;
import fr.parchemin.localstack.bench.BenchCommand;
import fr.parchemin.localstack.browser.ScreenshotsCommand;
import fr.parchemin.localstack.demo.DemoCommand;
import fr.parchemin.localstack.imports.ImportCommand;
import fr.parchemin.localstack.register.RegisterCommand;
import fr.parchemin.localstack.verify.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * What the script {@code parchemin} hands over to. Every mistake of its user ends in one line on the error stream and an
 * exit code other than 0: 2 for a wrong argument, 1 for everything else.
 */
@Command(
        name = "parchemin",
        subcommands = {
            UpCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            BenchCommand.class,
            RegisterCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            VerifyCommand.class,
            ScreenshotsCommand.class
        },
        synopsisSubcommandLabel = "up | token | demo | bench | register | import | audit | verify | screenshots")
public final class Parchemin {

    /** Options of the commands that talk to the running system take these as their defaults. */
    private static final String GATEWAY = "parchemin.gateway";

    private static final String KAFKA = "parchemin.kafka";
    private static final String REFERENTIEL = "parchemin.referentiel";
    private static final String SERVICES = "parchemin.services";
    private static final String POSTGRESQL = "parchemin.postgresql";

    private Parchemin() {}

    public static void main(String[] arguments) {
        // The libraries under this program talk about their inner life; it has its own words.
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(execute(arguments));
    }

    private static int execute(String... arguments) {
        try {
            StackHome.here().running().ifPresent(ports -> {
                System.setProperty(GATEWAY, "http://127.0.0.1:" + ports.gateway());
                System.setProperty(KAFKA, "127.0.0.1:" + ports.kafka());
                System.setProperty(REFERENTIEL, "http://127.0.0.1:" + ports.referentiel());
                System.setProperty(
                        SERVICES,
                        "http://127.0.0.1:%d,http://127.0.0.1:%d,http://127.0.0.1:%d"
                                .formatted(ports.referentiel(), ports.session(), ports.results()));
                System.setProperty(POSTGRESQL, "jdbc:postgresql://127.0.0.1:" + ports.postgres());
            });
        } catch (RuntimeException e) {
            // A note that cannot be read; the defaults stand.
            System.clearProperty(GATEWAY);
        }
        return commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    /** The commands with the way that mistakes are told. */
    static CommandLine commandLine() {
        return new CommandLine(new Parchemin())
                .setParameterExceptionHandler((e, given) -> {
                    CommandLine command = e.getCommandLine();
                    String name = command.getCommandSpec().qualifiedName();
                    command.getErr()
                            .println("%s: %s See ./%s --help."
                                    .formatted(name, sentence(String.valueOf(e.getMessage())), name));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof StackException) {
                        command.getErr().println(e.getMessage());
                    } else {
                        command.getErr().println("Something unexpected happened:");
                        e.printStackTrace(command.getErr());
                    }
                    return ExitCode.SOFTWARE;
                });
    }

    private static String sentence(String text) {
        String firstLine =
                text.lines().findFirst().orElse("wrong arguments").strip().replaceFirst("^Error: ", "");
        return firstLine.endsWith(".") ? firstLine : firstLine + ".";
    }
}
