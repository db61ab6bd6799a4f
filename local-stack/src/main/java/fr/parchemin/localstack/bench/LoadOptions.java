package fr.parchemin.localstack.bench;

import fr.parchemin.localstack.HttpAddress;
import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How much load, where: the same options for every measurement of the référentiel. */
final class LoadOptions {

    @Option(names = "--clients", description = "Connections at once (${DEFAULT-VALUE}).", defaultValue = "16")
    int clients;

    @Option(names = "--seconds", description = "Length of the measurement (${DEFAULT-VALUE}).", defaultValue = "10")
    int seconds;

    @Option(
            names = "--warm-up",
            description = "Seconds of the same load before it, not counted (${DEFAULT-VALUE}).",
            defaultValue = "10")
    int warmUp;

    @Option(
            names = "--referentiel",
            description = "Address of the référentiel service itself (${DEFAULT-VALUE}).",
            converter = HttpAddress.class,
            defaultValue = "${sys:parchemin.referentiel:-http://127.0.0.1:8081}")
    URI referentiel = URI.create("http://127.0.0.1:8081");

    void check(CommandSpec spec) {
        if (clients < 1 || seconds < 1 || warmUp < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--clients and --seconds are at least 1, --warm-up at least 0");
        }
    }
}
