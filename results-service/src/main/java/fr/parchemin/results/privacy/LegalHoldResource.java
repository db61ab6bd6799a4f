package fr.parchemin.results.privacy;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "What is no longer allowed to be kept (R134), and what has to be.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
class LegalHoldResource {

    /** Which session is held, why and until when. */
    record LegalHoldRequest(
            @NotNull UUID sessionId,
            @NotBlank @Size(max = 4000) String reason,

            @NotNull @Schema(description = "Last day of it.")
            LocalDate until) {}

    /** Every hold, those that end first before the others. */
    record LegalHolds(List<LegalHoldView> items) {}

    private final PurgeData purge;

    LegalHoldResource(PurgeData purge) {
        this.purge = purge;
    }

    @POST
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "setLegalHold",
            summary = "Keep the data of a session from being purged",
            description = """
                    As long as an appeal or an inquiry is under way. One that is held already is held until the later of the \
                    two days, for the last reason. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Held",
            content = @Content(schema = @Schema(implementation = LegalHoldView.class)))
    public Response hold(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = LegalHoldRequest.class),
                                            examples = @ExampleObject(name = "appeal", value = """
                                                                    {"sessionId": "019ab0c4-7e1c-7000-8000-000000000001", "reason": "Recours fictif n° 7", "until": "2032-12-31"}""")))
                    @NotNull
                    @Valid
                    LegalHoldRequest request) {
        LegalHoldView view = purge.hold(request.sessionId(), request.reason(), request.until());
        return Response.created(URI.create("/v1/legal-holds")).entity(view).build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.OPERATOR})
    @Operation(
            operationId = "listLegalHolds",
            summary = "Sessions under a hold",
            description = "Which sessions no purge touches, why and until when. Roles: authority, operator.")
    @APIResponse(responseCode = "200", description = "All of them")
    public LegalHolds list() {
        return new LegalHolds(purge.holds());
    }
}
