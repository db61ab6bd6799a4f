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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/purges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "What is no longer allowed to be kept (R134), and what has to be.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "409", description = "What would go is not what was shown")
class PurgeResource {

    /** Which preview is to be carried out. */
    record PurgeRequest(
            @NotBlank @Size(max = 100) @Schema(description = "Token of the preview.")
            String token) {}

    private final PurgeData purge;

    PurgeResource(PurgeData purge) {
        this.purge = purge;
    }

    @GET
    @Path("/preview")
    @RolesAllowed({Roles.OPERATOR, Roles.AUTHORITY})
    @Operation(operationId = "previewPurge", summary = "What a purge would remove", description = """
                    Counts, class by class, what the retention periods let go of today: the working papers of exams \
                    (retention.exam-file, from the validation of the record; sessions under a legal hold stay) and the trail \
                    of reads (retention.access-log). Removes nothing. Records, awards, order numbers and the trail of changes \
                    are permanent. Roles: operator, authority.""")
    @APIResponse(
            responseCode = "200",
            description = "What would go",
            content = @Content(schema = @Schema(implementation = PurgeView.class)))
    public PurgeView preview() {
        return purge.preview();
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.AUTHORITY})
    @Operation(operationId = "purge", summary = "Remove what a preview showed", description = """
                    Removes exactly what the preview with this token showed, all or nothing; refused when that is no longer \
                    the same. Roles: operator, authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "What went",
            content = @Content(schema = @Schema(implementation = PurgeView.class)))
    public PurgeView purge(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PurgeRequest.class),
                                            examples = @ExampleObject(name = "token of the preview", value = """
                                                                    {"token": "Xk1t0nC3mZ9uVf2Qe7aLdw"}""")))
                    @NotNull
                    @Valid
                    PurgeRequest request) {
        return purge.purge(request.token());
    }
}
