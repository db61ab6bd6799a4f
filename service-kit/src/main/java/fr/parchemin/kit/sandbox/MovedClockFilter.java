package fr.parchemin.kit.sandbox;

import fr.parchemin.kit.time.SandboxClock;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** While the present is moved every answer says so: nobody takes invented dates for real ones unawares. */
@Singleton
public final class MovedClockFilter {

    /** Header with the moved present; absent in the real time. */
    static final String HEADER = "Parchemin-Sandbox-Clock";

    private final Clock clock;

    MovedClockFilter(Clock clock) {
        this.clock = clock;
    }

    @ServerResponseFilter
    void tell(ContainerResponseContext response) {
        if (clock instanceof SandboxClock sandbox && sandbox.moved()) {
            response.getHeaders()
                    .putSingle(
                            HEADER,
                            sandbox.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
