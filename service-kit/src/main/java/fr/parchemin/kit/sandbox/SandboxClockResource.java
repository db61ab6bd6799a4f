package fr.parchemin.kit.sandbox;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The present of a sandbox, to play years in minutes. Each service answers for its own, the gateway does not route here, and
 * without {@code parchemin.sandbox=true} the answer is 404.
 */
@Path("/v1/sandbox/clock")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class SandboxClockResource {

    private final MoveClock move;

    SandboxClockResource(MoveClock move) {
        this.move = move;
    }

    /** What time it is here. */
    @GET
    @Operation(hidden = true)
    public SandboxClockView show() {
        return move.show();
    }

    /** Sets it; a {@code now} of null brings the real time back. */
    @POST
    @Operation(hidden = true)
    public SandboxClockView move(@Valid @NotNull SandboxClockRequest request) {
        return move.to(request.now());
    }
}
