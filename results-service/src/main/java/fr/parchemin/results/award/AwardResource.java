package fr.parchemin.results.award;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/awards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards", description = "Titles and blocks awarded, once notified.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
class AwardResource {

    /** Why the award is withdrawn. */
    @Schema(examples = "{\"reason\": \"Décision fictive 2026-118 : titre obtenu par fraude\"}")
    record WithdrawalRequest(
            @NotBlank @Size(max = 4000) @Schema(description = "The decision: its reference and its grounds.")
            String reason) {}

    private final ReadAwards read;
    private final WithdrawAward withdraw;

    AwardResource(ReadAwards read, WithdrawAward withdraw) {
        this.read = read;
        this.withdraw = withdraw;
    }

    @GET
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(operationId = "listAwards", summary = "Awards of one's own candidates", description = """
                    Titles and blocks that were notified, by number. A platform sees those of candidates it trained or \
                    entered, a centre those it examined, the authority all. Roles: platform, centre, authority.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<AwardView> list(
            @QueryParam("candidateId") @Nullable UUID candidateId,
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(
                candidateId,
                certificationNumber,
                PageRequest.of(limit, cursor, "awards", candidateId, certificationNumber));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "getAward",
            summary = "One award by its number",
            description = "Who holds what since when, and whether it still counts. Roles: platform, centre, authority.")
    @APIResponse(
            responseCode = "200",
            description = "The award",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    @APIResponse(responseCode = "404", description = "No such award for you")
    public Response get(
            @Parameter(example = "PAR-2026-7K3MX9QD-F") @PathParam("number") String number,
            @HeaderParam("If-None-Match") @Nullable IfNoneMatch ifNoneMatch) {
        AwardView view = read.award(number);
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("award", view.number(), view.version()), () -> view);
    }

    @POST
    @Path("/{number}/withdrawal")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "withdrawAward", summary = "Withdraw an award", description = """
                    The authority withdraws an award by a reasoned decision (R118). The award stays in history, marked \
                    WITHDRAWN; AwardWithdrawn is told. Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    @APIResponse(responseCode = "404", description = "No such award")
    @APIResponse(responseCode = "409", description = "Withdrawn already")
    public AwardView withdraw(@PathParam("number") String number, @NotNull @Valid WithdrawalRequest request) {
        return withdraw.withdraw(number, request.reason());
    }
}
