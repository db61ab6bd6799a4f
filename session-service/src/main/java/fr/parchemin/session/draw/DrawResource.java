package fr.parchemin.session.draw;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Situations that candidates draw. */
@Path("/v1/sessions/{sessionId}/enrolments/{enrolmentId}/draws")
@Tag(name = "Draws")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class DrawResource {

    private final DrawSituations draws;

    DrawResource(DrawSituations draws) {
        this.draws = draws;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.JUROR})
    @Operation(
            operationId = "createDraw",
            summary = "Draw situations for a candidate",
            description =
                    "Random and uniform, one situation of each type that the plan names (R80, R81). A second draw for the same event needs redrawReason, and the first stays on record (R82). The centre and the jury may call this for a candidate who is PRESENT, until the session is closed.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Drawn; Location names it.",
            headers = {@Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = DrawView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @NotNull @Valid DrawRequest request) {
        DrawView created = draws.draw(sessionId, enrolmentId, request);
        return Response.created(URI.create(
                        "/v1/sessions/" + sessionId + "/enrolments/" + enrolmentId + "/draws/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "listDraws",
            summary = "List the draws of a candidate",
            description = "The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, oldest first.",
            content = @Content(schema = @Schema(implementation = DrawList.class)))
    public DrawList list(@PathParam("sessionId") UUID sessionId, @PathParam("enrolmentId") UUID enrolmentId) {
        return new DrawList(draws.of(sessionId, enrolmentId));
    }

    @GET
    @Path("/{drawId}")
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getDraw",
            summary = "Read a draw",
            description = "The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The draw.",
            content = @Content(schema = @Schema(implementation = DrawView.class)))
    public DrawView one(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @PathParam("drawId") UUID drawId) {
        return draws.one(sessionId, enrolmentId, drawId);
    }

    @GET
    @Path("/{drawId}/proof")
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getDrawProof",
            summary = "Read the proof of a draw",
            description =
                    "Seed, pool in its order, commitment and each pick: whoever holds this can replay the draw (R81). The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The proof.",
            content = @Content(schema = @Schema(implementation = DrawProofView.class)))
    public DrawProofView proof(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @PathParam("drawId") UUID drawId) {
        return draws.proof(sessionId, enrolmentId, drawId);
    }

    /** All of them. */
    @Schema(name = "DrawList")
    record DrawList(List<DrawView> items) {}
}
