package fr.parchemin.results.privacy;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/candidates/{id}/access-file")
@Tag(name = "Access file", description = "Everything held of one person, for that person.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "Nothing is known of such a person")
class AccessFileResource {

    private static final String ZIP = "application/zip";

    private final CollectPerson collect;

    AccessFileResource(CollectPerson collect) {
        this.collect = collect;
    }

    @GET
    @RolesAllowed(Roles.AUTHORITY)
    @Produces(ZIP)
    @Operation(operationId = "getAccessFile", summary = "Everything held of one person", description = """
                    A zip for a person who asks what is held of them: identities, enrolments, results, certificates, decisions, \
                    and who read or changed what. What the members of a jury noted is not in it (R133), nor anything before its \
                    notification (R111). Roles: authority.""")
    @APIResponse(
            responseCode = "200",
            description = "The files",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(collect.of(id), ZIP)
                .header("Content-Disposition", "attachment; filename=\"dossier-" + id + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
