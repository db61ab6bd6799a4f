package fr.parchemin.results.booklet;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/candidates/{id}/booklet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Booklet", description = "What a candidate holds and what is missing for the title.")
class BookletResource {

    private final ComputeBooklet booklet;

    BookletResource(ComputeBooklet booklet) {
        this.booklet = booklet;
    }

    @GET
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE})
    @Operation(operationId = "getBooklet", summary = "The booklet of a candidate", description = """
                    Computed from every notified record: the blocks held and since when, the title, what is missing for \
                    it, and whether the final interview alone is pending. A block once held is never lost by a later \
                    failure (R95). Seen by the platform that entered or trained the candidate and by the centre that \
                    entered them or has them enrolled in a session, which needs it for the final interview (R98). Roles: \
                    platform, centre.""")
    @APIResponse(responseCode = "200", description = "The booklet")
    @APIResponse(responseCode = "400", description = "Malformed request")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Role not allowed")
    @APIResponse(responseCode = "404", description = "No such candidate for you")
    public BookletView get(@PathParam("id") UUID id) {
        return booklet.of(id);
    }
}
