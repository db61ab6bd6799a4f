package fr.parchemin.session.identitycheck;

import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** The check of a candidate's identity. */
@Path("/v1/sessions/{sessionId}/enrolments/{enrolmentId}/identity-check")
@Tag(name = "The day", description = "What the person responsible for a session records on the day.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class IdentityCheckResource {

    private final CheckIdentity check;
    private final ReadIdentityChecks read;

    IdentityCheckResource(CheckIdentity check, ReadIdentityChecks read) {
        this.check = check;
        this.read = read;
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getIdentityCheck",
            summary = "Read whether a candidate's identity was checked",
            description = "404 while it was not. The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The check.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = IdentityCheckView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response one(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        IdentityCheckView found = read.one(sessionId, enrolmentId);
        return IfNoneMatch.respond(ifNoneMatch, found.tag(), () -> found);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "putIdentityCheck",
            summary = "Record that a candidate's identity was checked",
            description =
                    "While the session is IN_PROGRESS and not closed. Which kind of document was looked at and by whom, never its number or a copy (R26, R70). The first record needs no If-Match, a change does. The centre may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = IdentityCheckView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response put(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @NotNull @Valid IdentityCheckRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        IdentityCheckView checked = check.check(sessionId, enrolmentId, request, ifMatch);
        return Response.ok(checked).tag(checked.tag()).build();
    }
}
