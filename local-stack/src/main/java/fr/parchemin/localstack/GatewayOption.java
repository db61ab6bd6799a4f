package fr.parchemin.localstack;

import java.net.URI;
import picocli.CommandLine.Option;

/** {@code --gateway}, for every command that talks to the running system. */
public final class GatewayOption {

    @Option(
            names = "--gateway",
            description = "Address of the gateway (${DEFAULT-VALUE}).",
            converter = HttpAddress.class,
            defaultValue = "${sys:parchemin.gateway:-http://localhost:8080}")
    private URI uri = URI.create("http://localhost:8080");

    public URI uri() {
        return uri;
    }
}
