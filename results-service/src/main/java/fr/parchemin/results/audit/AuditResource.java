package fr.parchemin.results.audit;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who read and changed what, and the proof that nobody wrote in it since.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
class AuditResource {

    private final ReadTrail read;

    AuditResource(ReadTrail read) {
        this.read = read;
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.OPERATOR})
    @Operation(operationId = "listAudit", summary = "Who read and changed what", description = """
                    Every read of identity or results and every change of them, oldest first: who, what, when and why. People \\
                    and things are named by id alone, and what a jury found or decided is never in it. Roles: authority, \\
                    operator.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<AuditEntryView> list(
            @Parameter(description = "ACCESS for what was read, CHANGE for what was changed.")
                    @QueryParam("chain")
                    @Nullable
                    AuditChain chain,
            @Parameter(example = "demo-centre") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "Id or number of what was read or changed.") @QueryParam("subjectId") @Nullable
                    String subjectId,
            @Parameter(example = "recordValidated") @QueryParam("action") @Nullable String action,
            @Parameter(description = "Only what happened at this instant or later.", example = "2026-11-01T00:00:00Z")
                    @QueryParam("since")
                    @Nullable
                    Instant since,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(
                new ReadTrail.Filter(chain, actor, subjectId, action, since),
                PageRequest.of(limit, cursor, "audit", chain, actor, subjectId, action, since));
    }

    @GET
    @Path("/verification")
    @RolesAllowed({Roles.AUTHORITY, Roles.OPERATOR})
    @Operation(operationId = "verifyAudit", summary = "Prove the trail", description = """
                    Computes every hash of the trail and of the signed records again, and names the first link of each that \\
                    does not hold. On one machine: ./parchemin audit verify. Roles: authority, operator.""")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = AuditProofView.class)))
    public AuditProofView verify() {
        return read.prove();
    }
}
