package fr.parchemin.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one source of the present: everything that needs "now" injects a {@link Clock}. */
final class ClockProducer {

    /** @param sandbox whether the present may be moved; only a system for trying things out says yes */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(@ConfigProperty(name = "parchemin.sandbox", defaultValue = "false") boolean sandbox) {
        return sandbox ? new SandboxClock() : Clock.systemUTC();
    }
}
