package fr.parchemin.results.document;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/awards")
@Tag(name = "Awards")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such award for you")
@APIResponse(responseCode = "409", description = "Withdrawn, or its holder's identity is not kept any more")
class DiplomaResource {

    private static final String PDF = "application/pdf";

    private final PrintAward print;

    DiplomaResource(PrintAward print) {
        this.print = print;
    }

    @GET
    @Path("/{number}/diploma")
    @Produces(PDF)
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(operationId = "printDiploma", summary = "Print a diploma", description = """
                    The diploma (parchemin) of a title, or the certificate of a block (CCP) or of a complement (CCS), in French as \
                    PDF/A-3a to be framed, with a code that leads to its number. Only while it is in force. Roles: platform, \
                    centre, authority.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response diploma(@Parameter(example = "PAR-2026-7K3MX9QD-F") @PathParam("number") String number) {
        return Response.ok(print.diploma(number), PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"diplome-" + number.replaceAll("[^A-Za-z0-9-]", "_") + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{number}")
    @Produces(PDF + ";qs=0.5")
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(hidden = true) // The award itself, for whoever accepts a document only.
    public Response represent(@PathParam("number") String number) {
        return diploma(number);
    }
}
