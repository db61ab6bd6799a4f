package fr.parchemin.session.approval;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Approvals of all centres, by their last day. */
@Path("/v1/approvals")
@Tag(name = "Centres")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
class EndingApprovalResource {

    private final ReadApprovals read;

    EndingApprovalResource(ReadApprovals read) {
        this.read = read;
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "listEndingApprovals",
            summary = "List approvals by their last day",
            description =
                    "What is about to end, across centres: sessions after the last day need another approval (R32). The authority sees all, a centre its own.")
    @APIResponse(
            responseCode = "200",
            description = "A page, those that end first on top.",
            content = @Content(schema = @Schema(implementation = ApprovalResource.ApprovalPage.class)))
    public Page<ApprovalView> list(
            @QueryParam("expiringBefore")
                    @Parameter(
                            description = "Only those whose last day lies from today on and before this day.",
                            example = "2027-03-31")
                    @Nullable
                    LocalDate expiringBefore,
            @QueryParam("certificationNumber")
                    @Parameter(description = "Only those for this certification.", example = "RNCP37722")
                    @Pattern(regexp = "(RNCP|RS)\\d{1,6}", message = "A number of RNCP or RS, such as RNCP37722.")
                    @Nullable
                    String certificationNumber,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.ending(
                certificationNumber,
                expiringBefore,
                PageRequest.of(limit, cursor, "approvals", certificationNumber, expiringBefore));
    }
}
