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

@Path("/v1/records")
@Tag(name = "Records")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such record for you")
class RecordDocumentResource {

    private static final String PDF = "application/pdf";

    private final PrintRecord print;

    RecordDocumentResource(PrintRecord print) {
        this.print = print;
    }

    @GET
    @Path("/{id}/document")
    @Produces(PDF)
    @RolesAllowed({Roles.JUROR, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(operationId = "printRecord", summary = "Print a record", description = """
                    The record (procès-verbal) in French as PDF/A-3a with the facts of R105: certification, routes, place, days, jury, \
                    absences, blocks presented and granted, reasons, signatures and order number. A draft says so on its face. \
                    Roles: juror, centre, authority.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("id") UUID id) {
        return Response.ok(print.print(id), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"proces-verbal-" + id + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}")
    @Produces(PDF + ";qs=0.5")
    @RolesAllowed({Roles.JUROR, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(hidden = true) // The record itself, for whoever accepts a document only.
    public Response represent(@PathParam("id") UUID id) {
        return print(id);
    }
}
