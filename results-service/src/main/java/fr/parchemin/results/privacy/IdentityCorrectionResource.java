package fr.parchemin.results.privacy;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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

@Path("/v1/identity-corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Identity corrections",
        description = "Which identity awards print, where the one frozen at the exam was wrong (R123).")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "422", description = "A rule forbids it, or a version is unknown")
class IdentityCorrectionResource {

    /** Every correction of one identity, oldest first. */
    record IdentityCorrections(List<IdentityCorrectionView> items) {}

    private final CorrectIdentity correct;

    IdentityCorrectionResource(CorrectIdentity correct) {
        this.correct = correct;
    }

    @POST
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "correctIdentity", summary = "Have awards print a corrected identity", description = """
                    Identity is frozen at the exam (R122): records and awards print that version whatever is corrected later. \
                    This administrative act names the corrected version, with its reason and the document that proves it; the \
                    awards print that one from now on and IdentityCorrected is told. The signed record stays as it is, and so \
                    does the former version. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = IdentityCorrectionView.class)))
    public Response correct(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = IdentityCorrectionRequest.class),
                                            examples = @ExampleObject(name = "birth name", value = """
                                                                    {"candidateId": "019ab0c4-7e1c-7000-8000-000000000001", "formerVersion": 1, "version": 2, "reason": "Nom de naissance mal recopié", "document": "Acte de naissance n° 1234 (fictif)", "decidedOn": "2026-12-01"}""")))
                    @NotNull
                    @Valid
                    IdentityCorrectionRequest request) {
        IdentityCorrectionView view = correct.correct(request);
        return Response.created(URI.create("/v1/identity-corrections?candidateId=" + view.candidateId()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "listIdentityCorrections",
            summary = "Corrections of one identity",
            description = "Who had what corrected is in the audit; here what was, by which document. Roles: authority.")
    @APIResponse(responseCode = "200", description = "All of them")
    public IdentityCorrections list(@QueryParam("candidateId") @NotNull UUID candidateId) {
        return new IdentityCorrections(correct.corrections(candidateId));
    }
}
