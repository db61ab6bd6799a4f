package fr.parchemin.session.anonymity;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Anonymous identifiers for written work. */
@Path("/v1/sessions/{sessionId}/anonymity")
@Tag(name = "The day")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class AnonymityResource {

    private final AssignIdentifiers identifiers;

    AnonymityResource(AssignIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "createAnonymity",
            summary = "Assign anonymous identifiers",
            description =
                    "One for each candidate enrolled: acronym, workstation and rank, by chance (R73). Only where written work is anonymous (anonymity.enabled), once, when the list is closed. The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Assigned.",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AnonymityView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(@PathParam("sessionId") UUID sessionId, @NotNull @Valid AnonymityRequest request) {
        AnonymityView assigned = identifiers.assign(sessionId, request);
        return Response.created(URI.create("/v1/sessions/" + sessionId + "/anonymity"))
                .entity(assigned)
                .build();
    }

    @POST
    @Path("/release")
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "releaseAnonymity",
            summary = "Give the jury the table of correspondence",
            description = "For the interviews (R73). The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Released.",
            content = @Content(schema = @Schema(implementation = AnonymityView.class)))
    public AnonymityView release(@PathParam("sessionId") UUID sessionId) {
        return identifiers.release(sessionId);
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR})
    @Operation(
            operationId = "getAnonymity",
            summary = "Read the table of correspondence",
            description =
                    "The centre; the jury once it is released (403 before), a juror without the names of whom they are recused for.")
    @APIResponse(
            responseCode = "200",
            description = "The table, by identifier.",
            content = @Content(schema = @Schema(implementation = AnonymityView.class)))
    public AnonymityView one(@PathParam("sessionId") UUID sessionId) {
        return identifiers.read(sessionId);
    }
}
