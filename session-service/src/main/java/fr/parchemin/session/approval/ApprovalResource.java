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

/** Approvals: one centre, one certification, one site, one period. */
@Path("/v1/centres/{centreId}/approvals")
@Tag(name = "Centres", description = "Approvals: one centre, one certification, one site, one period.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalResource {

    private final ReadApprovals read;
    private final GrantApproval write;
    private final EndApproval end;

    ApprovalResource(ReadApprovals read, GrantApproval write, EndApproval end) {
        this.read = read;
        this.write = write;
        this.end = end;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "createApproval",
            summary = "Grant an approval",
            description =
                    "The prefect of the region approves one centre for one certification on one site, within the validity of the certification (R31). Periods of the same three may not overlap (409). The authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response create(@PathParam("centreId") UUID centreId, @NotNull @Valid ApprovalRequest request) {
        ApprovalView created = write.approval(centreId, request);
        return Response.created(URI.create("/v1/centres/{centreId}/approvals".replace("{centreId}", centreId.toString())
                        + "/" + created.id()))
                .tag(tag(created))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "listApprovals",
            summary = "List the approvals of a centre",
            description = "The authority may call this, and the centre itself.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first.",
            content = @Content(schema = @Schema(implementation = ApprovalPage.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Page<ApprovalView> list(
            @PathParam("centreId") UUID centreId,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.approvals(centreId, PageRequest.of(limit, cursor, "approvals of a centre", centreId));
    }

    @GET
    @Path("/{approvalId}")
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "getApproval",
            summary = "Read an approval",
            description = "The authority may call this, and the centre itself.")
    @APIResponse(
            responseCode = "200",
            description = "The approval.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response one(
            @PathParam("centreId") UUID centreId,
            @PathParam("approvalId") UUID approvalId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        ApprovalView found = read.approval(centreId, approvalId);
        return IfNoneMatch.respond(ifNoneMatch, tag(found), () -> found);
    }

    @POST
    @Path("/{approvalId}/ending")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "endApproval",
            summary = "End an approval before its last day",
            description =
                    "The answer lists the sessions still to be held that it no longer covers, and an event tells everybody: nobody enrols in them any more and they do not open (R32) until they are moved or another approval is granted. The authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The approval as it is now, and the sessions touched.",
            content = @Content(schema = @Schema(implementation = EndedApprovalView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public EndedApprovalView end(
            @PathParam("centreId") UUID centreId,
            @PathParam("approvalId") UUID approvalId,
            @NotNull @Valid ApprovalEnding ending) {
        return end.end(centreId, approvalId, ending);
    }

    private static String tag(ApprovalView view) {
        return EntityTags.of("approval", view.id(), view.version());
    }

    /** A page of them. */
    @Schema(name = "ApprovalPage")
    record ApprovalPage(
            java.util.List<ApprovalView> items, @Nullable String next) {}
}
