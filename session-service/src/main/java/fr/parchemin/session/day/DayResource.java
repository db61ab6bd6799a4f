package fr.parchemin.session.day;

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

/** The day of a session, in one call. */
@Path("/v1/sessions/{sessionId}/day")
@Tag(name = "The day")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class DayResource {

    private final ReadDay day;

    DayResource(ReadDay day) {
        this.day = day;
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getDay",
            summary = "Read everything that is needed on the day",
            description =
                    "Who is expected; whose identity, attendance and first-aid certificate are recorded; what was drawn; incidents; what keeps the session from being closed, each with the call that settles it. One call, for a phone in a corridor. The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The day as it stands.",
            content = @Content(schema = @Schema(implementation = DayView.class)))
    public DayView one(@PathParam("sessionId") UUID sessionId) {
        return day.of(sessionId);
    }
}
