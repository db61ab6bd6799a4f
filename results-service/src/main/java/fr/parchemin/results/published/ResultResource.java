package fr.parchemin.results.published;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results", description = "Outcomes of sessions, once notified.")
class ResultResource {

    private final ReadResults read;

    ResultResource(ReadResults read) {
        this.read = read;
    }

    @GET
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE})
    @Operation(operationId = "listResults", summary = "Outcomes of one's own candidates", description = """
                    What sessions came to, what changed longest ago first: AWARDED, PARTIAL_SUCCESS, FAILURE, ABSENT or \
                    EXCLUDED, with each block. A platform sees the candidates it trained or entered, a centre those it examined. \
                    Nothing shows before the notification of the record (R111). Roles: platform, centre.""")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A filter cannot be read")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Role not allowed")
    public Page<ResultView> list(
            @Parameter(
                            description = "Only what was notified, or changed since, at this instant or later.",
                            example = "2026-11-01T00:00:00Z")
                    @QueryParam("updatedSince")
                    @Nullable
                    Instant updatedSince,
            @QueryParam("candidateId") @Nullable UUID candidateId,
            @QueryParam("sessionId") @Nullable UUID sessionId,
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(
                new PublishedResultRepository.Filter(updatedSince, candidateId, sessionId, certificationNumber),
                PageRequest.of(limit, cursor, "results", updatedSince, candidateId, sessionId, certificationNumber));
    }
}
