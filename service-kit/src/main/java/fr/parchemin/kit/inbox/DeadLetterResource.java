package fr.parchemin.kit.inbox;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does about events that could not be applied. Each service answers for its own; the gateway does not
 * route here.
 */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class DeadLetterResource {

    private final DeadLetters letters;
    private final Inbox inbox;

    DeadLetterResource(DeadLetters letters, Inbox inbox) {
        this.letters = letters;
        this.inbox = inbox;
    }

    /** Those in one state, oldest first. */
    @GET
    @Operation(hidden = true)
    public Page<DeadLetterView> list(
            @QueryParam("state") @DefaultValue("DEAD") State state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return letters.list(state.name(), PageRequest.of(limit, cursor, "dead letters", state));
    }

    /** Puts one back in its line; it is tried again within a second. */
    @POST
    @Path("{id}/replay")
    @Operation(hidden = true)
    public void replay(@PathParam("id") long id) {
        if (!inbox.replay(id)) {
            throw ProblemException.notFound("dead letter", id);
        }
    }

    /** Why an event was set aside. */
    public enum State {
        DEAD,
        WAITING
    }
}
