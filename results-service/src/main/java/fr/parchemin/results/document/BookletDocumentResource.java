package fr.parchemin.results.document;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/candidates/{id}/booklet/document")
@Tag(name = "Booklet")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such candidate for you")
class BookletDocumentResource {

    private static final String PDF = "application/pdf";

    private final PrintBooklet print;

    BookletDocumentResource(PrintBooklet print) {
        this.print = print;
    }

    @GET
    @Produces(PDF)
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE})
    @Operation(operationId = "printBooklet", summary = "Print the booklet of a candidate", description = """
                    The booklet (livret de certification) in French as PDF/A-3a: what is held and since when, what is missing, what no \
                    longer counts and why. Seen by whoever may read the booklet. Roles: platform, centre.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("id") UUID id) {
        return Response.ok(print.print(id), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"livret-" + id + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
