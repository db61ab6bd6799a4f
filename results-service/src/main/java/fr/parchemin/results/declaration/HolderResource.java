package fr.parchemin.results.declaration;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/declarations/holders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Declarations",
        description = "Declaration of holders to the Caisse des Dépôts (accrochage), due three months after the award.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such thing for you")
@APIResponse(responseCode = "409", description = "Not in a state for this")
@APIResponse(responseCode = "422", description = "A rule is broken; each is named")
class HolderResource {

    /** What becomes of a rejection. */
    @Schema(examples = "{\"treatment\": \"DISPUTED\", \"evidence\": \"Acte de naissance n° 1234 (fictif)\"}")
    record TreatmentRequest(
            @NotNull Declaration.Treatment treatment,

            @Nullable
            @Size(max = 4000)
            @Schema(description = "What supports it: the reference of a document or of a letter.")
            String evidence) {}

    private final ReadDeclarations read;
    private final DecideDeclaration decide;

    HolderResource(ReadDeclarations read, DecideDeclaration decide) {
        this.read = read;
        this.decide = decide;
    }

    @GET
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.CENTRE})
    @Operation(operationId = "listHolderDeclarations", summary = "Declarations holder by holder", description = """
                    One for each title awarded, what is due first before the others: where it is, until when it has to be \
                    taken in, and what is wrong with those that are SET_ASIDE or REJECTED. What to correct of a holder's identity \
                    is corrected with POST /v1/identity-corrections; the declaration follows by itself. A centre sees the \
                    holders that it examined. Roles: certifier, authority, centre.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<HolderView> list(
            @QueryParam("state") Declaration.@Nullable State state,
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @Parameter(example = "PAR-2026-7K3MX9QD-F") @QueryParam("awardNumber") @Nullable String awardNumber,
            @Parameter(
                            description = "Only those not taken in whose last day is this one or before.",
                            example = "2026-12-31")
                    @QueryParam("dueBy")
                    @Nullable
                    LocalDate dueBy,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.holders(
                state,
                certificationNumber,
                awardNumber,
                dueBy,
                PageRequest.of(limit, cursor, "holders", state, certificationNumber, awardNumber, dueBy));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.CENTRE})
    @Operation(operationId = "getHolderDeclaration", summary = "The declaration of one holder", description = """
                    By its idTechnique. Roles: certifier, authority, centre.""")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = HolderView.class)))
    public HolderView get(@PathParam("id") UUID id) {
        return read.holder(id);
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "retryHolderDeclaration", summary = "Check again and send again", description = """
                    When the cause of a rejection lay elsewhere and is gone, or what was missing has come in. Checked again, it is \
                    READY for the next file or SET_ASIDE with what is wrong. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = HolderView.class)))
    public HolderView retry(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return decide.retry(id, request.reason());
    }

    @PUT
    @Path("/{id}/treatment")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "treatHolderDeclaration", summary = "Say what becomes of a rejection", description = """
                    TO_CORRECT, or DISPUTED with evidence: it stays as it is, for all to see why. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = HolderView.class)))
    public HolderView treat(@PathParam("id") UUID id, @NotNull @Valid TreatmentRequest request) {
        return decide.treat(id, request.treatment(), request.evidence());
    }

    @POST
    @Path("/{id}/waiver")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "waiveHolderDeclaration", summary = "Decide not to declare a holder", description = """
                    With the reason, as when it was declared by the form of the portal. Final, and counted. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = HolderView.class)))
    public HolderView waive(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return decide.waive(id, request.reason());
    }

    @POST
    @Path("/{id}/deletion")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "recordHolderDeletion",
            summary = "Record that a holder was deleted by hand",
            description = """
                    Who was taken in and is to be deleted there (DELETION_READY or DELETION_REJECTED) was deleted by the form of the \
                    portal: the only way with schema 1.1.2, which has no deletions. With the reason. Final: DELETED, and in no file \
                    any more. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = HolderView.class)))
    public HolderView delete(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ReasonRequest.class),
                                            examples = @ExampleObject(name = "byForm", value = """
                                                                    {"reason": "Deleted by the form of the portal on 14 December 2026"}""")))
                    @NotNull
                    @Valid
                    ReasonRequest request) {
        return decide.delete(id, request.reason());
    }
}
