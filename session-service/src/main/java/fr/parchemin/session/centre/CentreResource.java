package fr.parchemin.session.centre;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bodies that may be approved to hold exam sessions, with their sites. */
@Path("/v1/centres")
@Tag(name = "Centres", description = "Bodies that may be approved to hold exam sessions, with their sites.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
public class CentreResource {

    private final ReadCentres read;
    private final RegisterCentre write;

    CentreResource(ReadCentres read, RegisterCentre write) {
        this.read = read;
        this.write = write;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "createCentre",
            summary = "Register a centre",
            description = "A SIRET is registered once (409). The authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = CentreView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response create(@NotNull @Valid CentreRequest request) {
        CentreView created = write.centre(request);
        return Response.created(URI.create("/v1/centres/" + created.id()))
                .tag(tag(created))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "listCentres",
            summary = "List centres",
            description = "The authority sees all centres, a centre its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first.",
            content = @Content(schema = @Schema(implementation = CentrePage.class)))
    public Page<CentreView> list(
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.list(PageRequest.of(limit, cursor, "centres"));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "getCentre",
            summary = "Read a centre",
            description = "The authority may call this, and the centre itself; to another centre it does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "The centre.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CentreView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response one(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        CentreView found = read.visible(id);
        return IfNoneMatch.respond(ifNoneMatch, tag(found), () -> found);
    }

    private static String tag(CentreView view) {
        return EntityTags.of("centre", view.id(), view.version());
    }

    /** A page of them. */
    @Schema(name = "CentrePage")
    record CentrePage(
            java.util.List<CentreView> items, @Nullable String next) {}
}
