package fr.parchemin.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class GatewayApplication {

    GatewayApplication() {}

    /**
     * Starts and runs until told to stop.
     *
     * @param args none
     */
    public static void main(String... args) {
        // The framework answers an address that java.net.URI cannot read with an empty 400. The door is stricter and
        // says why.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
