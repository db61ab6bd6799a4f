package fr.parchemin.session.incident;

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

/** Bans of a candidate. */
@Path("/v1/candidates/{candidateId}/bans")
@Tag(name = "Incidents")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class BanResource {

    private final BanCandidate bans;

    BanResource(BanCandidate bans) {
        this.bans = bans;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "createBan",
            summary = "Ban a candidate from sitting",
            description =
                    "By decision of the administration, at most one year from the notification (R116). While it holds the candidate cannot be enrolled in a session of any centre for any title (R25). Accomplices are banned alike (R117). The authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names the list.",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = BanView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(@PathParam("candidateId") UUID candidateId, @NotNull @Valid BanRequest request) {
        return Response.created(URI.create("/v1/candidates/" + candidateId + "/bans"))
                .entity(bans.ban(candidateId, request))
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "listBans",
            summary = "List the bans of a candidate",
            description = "Past and lifted ones too. The authority, and a centre that may see the candidate.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, oldest first.",
            content = @Content(schema = @Schema(implementation = BanList.class)))
    public BanList list(@PathParam("candidateId") UUID candidateId) {
        return new BanList(bans.of(candidateId));
    }

    @POST
    @Path("/{banId}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "liftBan",
            summary = "Lift a ban",
            description =
                    "From today on the candidate may sit again; the ban stays in history. The authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Lifted.",
            content = @Content(schema = @Schema(implementation = BanView.class)))
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public BanView lift(
            @PathParam("candidateId") UUID candidateId,
            @PathParam("banId") UUID banId,
            @NotNull @Valid LiftingRequest request) {
        return bans.lift(candidateId, banId, request);
    }

    /** Them. */
    @Schema(name = "BanList")
    record BanList(List<BanView> items) {}
}
