package fr.parchemin.session.approval;

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

/** Conventions with the bodies that train a centre's candidates. */
@Path("/v1/centres/{centreId}/conventions")
@Tag(name = "Centres", description = "Conventions with the bodies that train a centre's candidates.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
public class ConventionResource {

    private final ReadApprovals read;
    private final SignConvention write;

    ConventionResource(ReadApprovals read, SignConvention write) {
        this.read = read;
        this.write = write;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "createConvention",
            summary = "Record a convention",
            description =
                    "A centre that did not train its candidates needs a written convention with the body that did (R39). The authority may call this, and the centre itself.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = ConventionView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response create(@PathParam("centreId") UUID centreId, @NotNull @Valid ConventionRequest request) {
        ConventionView created = write.convention(centreId, request);
        return Response.created(
                        URI.create("/v1/centres/{centreId}/conventions".replace("{centreId}", centreId.toString()) + "/"
                                + created.id()))
                .tag(tag(created))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "listConventions",
            summary = "List the conventions of a centre",
            description = "The authority may call this, and the centre itself.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first.",
            content = @Content(schema = @Schema(implementation = ConventionPage.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Page<ConventionView> list(
            @PathParam("centreId") UUID centreId,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.conventions(centreId, PageRequest.of(limit, cursor, "conventions", centreId));
    }

    @GET
    @Path("/{conventionId}")
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "getConvention",
            summary = "Read a convention",
            description = "The authority may call this, and the centre itself.")
    @APIResponse(
            responseCode = "200",
            description = "The convention.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ConventionView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response one(
            @PathParam("centreId") UUID centreId,
            @PathParam("conventionId") UUID conventionId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        ConventionView found = read.convention(centreId, conventionId);
        return IfNoneMatch.respond(ifNoneMatch, tag(found), () -> found);
    }

    private static String tag(ConventionView view) {
        return EntityTags.of("convention", view.id(), view.version());
    }

    /** A page of them. */
    @Schema(name = "ConventionPage")
    record ConventionPage(
            java.util.List<ConventionView> items, @Nullable String next) {}
}
