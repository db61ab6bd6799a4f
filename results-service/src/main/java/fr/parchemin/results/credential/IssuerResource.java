package fr.parchemin.results.credential;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What somebody needs to check a credential, and the keys behind it. */
@Path("/")
@Tag(name = "Credentials", description = "Awards as verifiable credentials, which anyone can check without asking us.")
@APIResponse(responseCode = "400", description = "Malformed request")
class IssuerResource {

    private final KeepKeys keys;
    private final StatusLists lists;
    private final Issuer issuer;

    IssuerResource(KeepKeys keys, StatusLists lists, Issuer issuer) {
        this.keys = keys;
        this.lists = lists;
        this.issuer = issuer;
    }

    @GET
    @Path(".well-known/did.json")
    @Produces({"application/did+json", "application/json"})
    @PermitAll
    @Operation(operationId = "getIssuer", summary = "The issuer's document", description = """
                    Where did:web finds the public keys of the credentials issued here, those of earlier years with them: \
                    a key that was changed keeps its place, one that was revoked says so and is no assertionMethod any \
                    more. Open to anyone, no token needed.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = "application/did+json",
                            schema = @Schema(implementation = IssuerView.DidDocument.class)))
    public Response document() {
        return open(IssuerView.DidDocument.of(issuer, keys.known()));
    }

    @GET
    @Path("v1/credentials/keys")
    @Produces("application/json")
    @PermitAll
    @Operation(operationId = "getIssuerKeys", summary = "The issuer's keys as a JSON Web Key Set", description = """
                    The same keys as in the issuer's document, for those who check the credential as a JSON Web Token; kid \
                    is the key's address in that document. Open to anyone, no token needed.""")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(schema = @Schema(implementation = IssuerView.KeySet.class)))
    public Response keySet() {
        return open(IssuerView.KeySet.of(issuer, keys.known()));
    }

    @GET
    @Path("v1/credentials/status/{list}")
    @Produces({CredentialResource.CREDENTIAL, "application/json"})
    @PermitAll
    @Operation(operationId = "getStatusList", summary = "Which credentials are revoked", description = """
                    A W3C Bitstring Status List of 131,072 bits, itself a signed credential: bit statusListIndex of the \
                    list that a credential names is 1 when its award was withdrawn. Fetch the list rather than asking about \
                    one credential; keep it for as long as you like to be sure. Accept: application/vc+jwt gives it as a \
                    JSON Web Token. Open to anyone, no token needed.""")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = {
                @Content(mediaType = CredentialResource.CREDENTIAL, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = CredentialResource.TOKEN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "No such list")
    public Response statusList(@Parameter(example = "1") @PathParam("list") int list) {
        return Response.fromResponse(open(lists.document(list)))
                .type(CredentialResource.CREDENTIAL)
                .build();
    }

    @GET
    @Path("v1/credentials/status/{list}")
    @Produces(CredentialResource.TOKEN)
    @PermitAll
    @Operation(hidden = true)
    public Response statusListToken(@PathParam("list") int list) {
        return Response.fromResponse(open(lists.token(list)))
                .type(CredentialResource.TOKEN)
                .build();
    }

    private static Response open(Object body) {
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    @GET
    @Path("v1/credentials/keys/history")
    @Produces("application/json")
    @RolesAllowed({Roles.AUTHORITY, Roles.OPERATOR})
    @Operation(
            operationId = "listIssuerKeys",
            summary = "Every signing key and what became of it",
            description = "From the newest. Roles: authority, operator.")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(schema = @Schema(implementation = IssuerView.History.class)))
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Role not allowed")
    public IssuerView.History history() {
        return new IssuerView.History(
                keys.known().stream().map(IssuerView.KeyView::of).toList());
    }

    @POST
    @Path("v1/credentials/keys")
    @Produces("application/json")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "rotateIssuerKey", summary = "Sign with a new key from now on", description = """
                    The key that signed until now is retired: its private half is destroyed, and what it signed stays \
                    verifiable. Roles: operator.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "The new key",
            content = @Content(schema = @Schema(implementation = IssuerView.KeyView.class)))
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Role not allowed")
    public Response rotate() {
        return Response.created(URI.create("/v1/credentials/keys/history"))
                .entity(keys.rotate())
                .build();
    }

    @POST
    @Path("v1/credentials/keys/{id}/revocation")
    @Produces("application/json")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "revokeIssuerKey", summary = "Believe a key no longer", description = """
                    For a key that somebody else may have: every credential that it signed is refused from now on, and its \
                    holder asks for a new one. When it was the active key, a new one takes its place. Cannot be undone. \
                    Roles: operator.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The revoked key",
            content = @Content(schema = @Schema(implementation = IssuerView.KeyView.class)))
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Role not allowed")
    @APIResponse(responseCode = "404", description = "No such key")
    public IssuerView.KeyView revoke(@PathParam("id") String id) {
        return keys.revoke(id);
    }
}
