package fr.parchemin.results.verification;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/credentials/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verification", description = "Is this award real? Open to anyone.")
@APIResponse(responseCode = "400", description = "Malformed request")
class CredentialVerificationResource {

    private final VerifyCredential verify;
    private final VerificationLimit limit;

    CredentialVerificationResource(VerifyCredential verify, VerificationLimit limit) {
        this.verify = verify;
        this.limit = limit;
    }

    @POST
    @Consumes({"application/vc", "application/json", "application/ld+json", "application/vc+jwt", "text/plain"})
    @PermitAll
    @Operation(operationId = "verifyCredential", summary = "Verify a credential", description = """
                    Send the credential exactly as it was received: the JSON with its proof, or the JSON Web Token. The answer is \
                    always 200 and says in one word and one sentence what was found: VALID, TAMPERED, EXPIRED, \
                    NOT_YET_VALID, REVOKED, UNKNOWN_KEY or MALFORMED. Only credentials of this issuer are known here. \
                    Nothing of it is kept. Limited for one address and for all together; 429 says when to come back. Open to anyone, no token needed.""")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = CredentialVerdictView.class)))
    @APIResponse(responseCode = "413", description = "Larger than any credential")
    @APIResponse(responseCode = "429", description = "Too many verifications")
    public Response verify(
            @Context HttpServerRequest http,
            @RequestBody(
                            required = true,
                            description = "The credential, byte for byte as it was received.",
                            content = {
                                @Content(
                                        mediaType = "application/vc",
                                        schema = @Schema(type = SchemaType.OBJECT),
                                        examples =
                                                @ExampleObject(
                                                        name = "unreadable",
                                                        summary = "Answers MALFORMED; a real one is longer",
                                                        value = """
                                                                {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"]}""")),
                                @Content(mediaType = "application/vc+jwt", schema = @Schema(type = SchemaType.STRING))
                            })
                    byte[] credential) {
        limit.count(String.valueOf(http.remoteAddress().hostAddress()));
        return Response.ok(verify.verify(credential))
                .header("Cache-Control", "no-store")
                .build();
    }
}
