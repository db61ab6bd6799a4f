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

/** Sites of a centre. */
@Path("/v1/centres/{centreId}/sites")
@Tag(name = "Centres", description = "Sites of a centre.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
public class SiteResource {

    private final ReadCentres read;
    private final RegisterCentre write;

    SiteResource(ReadCentres read, RegisterCentre write) {
        this.read = read;
        this.write = write;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "createSite",
            summary = "Add a site to a centre",
            description =
                    "Its time zone decides what day it is there. Names are unique in a centre (409). The authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response create(@PathParam("centreId") UUID centreId, @NotNull @Valid SiteRequest request) {
        SiteView created = write.site(centreId, request);
        return Response.created(URI.create(
                        "/v1/centres/{centreId}/sites".replace("{centreId}", centreId.toString()) + "/" + created.id()))
                .tag(tag(created))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "listSites",
            summary = "List the sites of a centre",
            description = "The authority may call this, and the centre itself.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first.",
            content = @Content(schema = @Schema(implementation = SitePage.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Page<SiteView> list(
            @PathParam("centreId") UUID centreId,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.sites(centreId, PageRequest.of(limit, cursor, "sites", centreId));
    }

    @GET
    @Path("/{siteId}")
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "getSite",
            summary = "Read a site",
            description = "The authority may call this, and the centre itself.")
    @APIResponse(
            responseCode = "200",
            description = "The site.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response one(
            @PathParam("centreId") UUID centreId,
            @PathParam("siteId") UUID siteId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        SiteView found = read.site(centreId, siteId);
        return IfNoneMatch.respond(ifNoneMatch, tag(found), () -> found);
    }

    private static String tag(SiteView view) {
        return EntityTags.of("site", view.id(), view.version());
    }

    /** A page of them. */
    @Schema(name = "SitePage")
    record SitePage(
            java.util.List<SiteView> items, @Nullable String next) {}
}
