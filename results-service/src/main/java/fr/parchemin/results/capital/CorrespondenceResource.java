package fr.parchemin.results.capital;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

@Path("/v1/correspondences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Correspondences", description = "Blocks of one version of a title that count for another one (R11).")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such decision")
@APIResponse(responseCode = "409", description = "Revoked or recorded already")
@APIResponse(responseCode = "422", description = "A rule forbids it, or a code is unknown")
class CorrespondenceResource {

    /** Why a row is taken back. */
    @Schema(examples = "{\"reason\": \"Arrêté fictif du 2 mars 2026 : ligne retirée\"}")
    record CorrespondenceRevocation(
            @NotBlank @Size(max = 4000) @Schema(description = "The decision: its reference and its grounds.")
            String reason) {}

    /** Every row from or to one title. */
    record Correspondences(List<CorrespondenceView> items) {}

    private final DecideRecognition decide;

    CorrespondenceResource(DecideRecognition decide) {
        this.decide = decide;
    }

    @POST
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "decideCorrespondence", summary = "Record a row of correspondence", description = """
                    Whoever holds all blocks named of the older version is taken to hold the blocks named of the newer one, n \
                    to m, as the arrêté says. No row, no recognition: equal codes or labels mean nothing (R11). Booklets that \
                    it touches are computed again within moments, and BlockRecognised is told for each block. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = CorrespondenceView.class)))
    public Response decide(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CorrespondenceRequest.class),
                                            examples = @ExampleObject(name = "two for one, invented", value = """
                                                                    {"from": "RNCP35313", "fromBlocks": ["RNCP35313BC01", "RNCP35313BC02"], "to": "RNCP37722", "toBlocks": ["RNCP37722BC01"], "reference": "arrêté fictif", "reason": "Révision du titre", "decidedOn": "2023-07-03"}""")))
                    @NotNull
                    @Valid
                    CorrespondenceRequest request) {
        CorrespondenceView view = decide.correspond(request);
        return Response.created(URI.create("/v1/correspondences?certificationNumber=" + view.to()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CERTIFIER, Roles.CENTRE, Roles.PLATFORM})
    @Operation(operationId = "listCorrespondences", summary = "Rows of one title", description = """
                    Every row that leads from or to a title: those that the authority entered, revoked ones marked, and those \
                    that the register declares between a title and the one it follows. Roles: authority, certifier, centre, \
                    platform.""")
    @APIResponse(responseCode = "200", description = "All of them")
    public Correspondences list(
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @NotBlank String certificationNumber) {
        return new Correspondences(decide.correspondences(certificationNumber));
    }

    @POST
    @Path("/{id}/revocation")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "revokeCorrespondence", summary = "Take a row of correspondence back", description = """
                    Blocks recognised by it no longer count for titles to come, and BlockRecognitionEnded is told; a title \
                    awarded meanwhile stands. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = CorrespondenceView.class)))
    public CorrespondenceView revoke(@PathParam("id") UUID id, @NotNull @Valid CorrespondenceRevocation request) {
        return decide.revokeCorrespondence(id, request.reason());
    }
}
