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

@Path("/v1/equivalences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Equivalences", description = "What the authority grants to one candidate without an examination (R13).")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such decision")
@APIResponse(responseCode = "409", description = "Revoked or recorded already")
@APIResponse(responseCode = "422", description = "A rule forbids it, or a code is unknown")
class EquivalenceResource {

    /** Why a decision is taken back. */
    @Schema(examples = "{\"reason\": \"Décision fictive 2026-119 : titre voisin non détenu\"}")
    record EquivalenceRevocation(
            @NotBlank @Size(max = 4000) @Schema(description = "The decision: its reference and its grounds.")
            String reason) {}

    /** Every decision on one candidate, oldest first. */
    record Equivalences(List<EquivalenceView> items) {}

    private final DecideRecognition decide;

    EquivalenceResource(DecideRecognition decide) {
        this.decide = decide;
    }

    @POST
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "grantEquivalence", summary = "Record a decision on equivalence", description = """
                    The candidate is taken to hold some blocks of a title, or with none named the whole of it, from the day of \
                    the decision (R13): the booklet shows them as such, and they add up with blocks examined (R12). The whole \
                    title becomes an award with a number, a diploma and a declaration like any other; it is shown at once, \
                    for the decision itself was notified. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = EquivalenceView.class)))
    public Response grant(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = EquivalenceRequest.class),
                                            examples = @ExampleObject(name = "one block", value = """
                                                                    {"candidateId": "019ab0c4-7e1c-7000-8000-000000000001", "certificationNumber": "RNCP37722", "blocks": ["RNCP37722BC03"], "reference": "DREETS-FICTIVE-118", "reason": "Titre voisin détenu", "decidedOn": "2026-03-02"}""")))
                    @NotNull
                    @Valid
                    EquivalenceRequest request) {
        EquivalenceView view = decide.grant(request);
        return Response.created(URI.create("/v1/equivalences?candidateId=" + view.candidateId()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "listEquivalences",
            summary = "Decisions on one candidate",
            description = "Every decision on equivalence, revoked ones marked. Roles: authority.")
    @APIResponse(responseCode = "200", description = "All of them")
    public Equivalences list(@QueryParam("candidateId") @NotNull UUID candidateId) {
        return new Equivalences(decide.equivalences(candidateId));
    }

    @POST
    @Path("/{id}/revocation")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "revokeEquivalence",
            summary = "Take a decision on equivalence back",
            description =
                    "What it granted no longer counts, from the beginning; the booklet says why. Roles: authority.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = EquivalenceView.class)))
    public EquivalenceView revoke(@PathParam("id") UUID id, @NotNull @Valid EquivalenceRevocation request) {
        return decide.revokeEquivalence(id, request.reason());
    }
}
