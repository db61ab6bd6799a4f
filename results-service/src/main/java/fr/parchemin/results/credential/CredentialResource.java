package fr.parchemin.results.credential;

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

/** An award to take along. */
@Path("/v1/awards/{number}/credential")
@Tag(name = "Credentials", description = "Awards as verifiable credentials, which anyone can check without asking us.")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such award for you")
@APIResponse(responseCode = "409", description = "Withdrawn, or its holder's identity is not kept any more")
@APIResponse(responseCode = "503", description = "The service has no secret to sign with")
@APIResponse(responseCode = "400", description = "Malformed request")
class CredentialResource {

    static final String CREDENTIAL = "application/vc";
    static final String TOKEN = "application/vc+jwt";

    private final IssueCredential issue;

    CredentialResource(IssueCredential issue) {
        this.issue = issue;
    }

    @GET
    @Produces({CREDENTIAL, "application/json"})
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(operationId = "getCredential", summary = "An award as a verifiable credential", description = """
                    W3C Verifiable Credential 2.0 and Open Badge 3.0 with a Data Integrity proof (eddsa-rdfc-2022), \
                    to be handed to its holder, whom it names. Made anew when asked for: the same bytes until the signing \
                    key changes, after which both stay verifiable. Accept: application/vc+jwt gives the same as a JSON Web \
                    Token. Check one with POST /v1/credentials/verifications, or with any library of that standard. \
                    Roles: platform, centre, authority.""")
    @APIResponse(
            responseCode = "200",
            description = "The credential",
            content = {
                @Content(mediaType = CREDENTIAL, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(
                        mediaType = TOKEN,
                        schema = @Schema(type = SchemaType.STRING, description = "JWS compact serialization"))
            })
    public Response credential(@Parameter(example = "PAR-2026-7K3MX9QD-F") @PathParam("number") String number) {
        return answer(issue.withProof(number).toString(), CREDENTIAL, number + ".json");
    }

    @GET
    @Produces(TOKEN)
    @RolesAllowed({Roles.PLATFORM, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(hidden = true)
    public Response token(@PathParam("number") String number) {
        return answer(issue.asToken(number), TOKEN, number + ".jwt");
    }

    private static Response answer(String body, String type, String fileName) {
        return Response.ok(body, type)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + fileName.replaceAll("[^\\w.-]", "_") + "\"")
                .build();
    }
}
