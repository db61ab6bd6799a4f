package fr.parchemin.session.timeline;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to a session. */
@Path("/v1/sessions/{sessionId}/timeline")
@Tag(name = "Session life cycle")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

    private final ReadTimeline read;

    TimelineResource(ReadTimeline read) {
        this.read = read;
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "getSessionTimeline",
            summary = "Read what happened to the session",
            description =
                    "Every act from the declaration on: what, when, who, and why where a reason was given. It is written in the transaction of the act and never changed. next tells what the session waits for, whom, and until when. The centre and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The acts, first things first.",
            content = @Content(schema = @Schema(implementation = TimelineView.class)))
    public TimelineView one(@PathParam("sessionId") UUID sessionId) {
        return read.of(sessionId);
    }
}
