package fr.parchemin.session.draw;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the draws of a session are bound to, before they are made. */
@Path("/v1/sessions/{sessionId}/draw-commitments")
@Tag(name = "Draws")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
class DrawCommitmentResource {

    private final DrawSituations draws;

    DrawCommitmentResource(DrawSituations draws) {
        this.draws = draws;
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "listDrawCommitments",
            summary = "List what the draws of a session are bound to",
            description =
                    "At the opening a secret seed is fixed for every draw to come, and this shows what binds it to the pool (R81). Keep it, and compare with the proof after the draw. The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "All of them; none before the opening.",
            content = @Content(schema = @Schema(implementation = DrawCommitments.class)))
    public DrawCommitments list(@PathParam("sessionId") UUID sessionId) {
        return new DrawCommitments(draws.commitments(sessionId));
    }

    /** All of them. */
    @Schema(name = "DrawCommitments")
    record DrawCommitments(List<DrawCommitmentView> items) {}
}
