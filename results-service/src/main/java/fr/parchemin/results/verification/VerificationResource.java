package fr.parchemin.results.verification;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verification", description = "Is this award real? Open to anyone.")
class VerificationResource {

    private final VerifyAward verify;
    private final VerificationLimit limit;

    VerificationResource(VerifyAward verify, VerificationLimit limit) {
        this.verify = verify;
        this.limit = limit;
    }

    @POST
    @PermitAll
    @Operation(operationId = "verifyAward", summary = "Verify an award", description = """
                    Anyone who was shown a diploma asks whether it is real: the number, the holder's birth name and date of \
                    birth must all fit. If they do, the answer says what was awarded, when, and whether it is still in \
                    force. If anything does not fit, the answer is {"authentic": false} and nothing else. Personal data \
                    go in the body, never in the address. Limited to some thirty a minute for one address. No token needed.""")
    @APIResponse(
            responseCode = "200",
            description = "Real or not",
            content = @Content(schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(responseCode = "400", description = "Malformed request")
    @APIResponse(responseCode = "429", description = "Too many verifications")
    public Response verify(
            @Context HttpServerRequest http,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = VerificationRequest.class),
                                            examples = @ExampleObject(name = "diploma", value = """
                                                                    {"number": "PAR-2026-7K3MX9QD-F", "birthName": "FICTIF", "bornOn": "2001-02-03"}""")))
                    @NotNull
                    @Valid
                    VerificationRequest request) {
        limit.count(String.valueOf(http.remoteAddress().hostAddress()));
        return Response.ok(verify.verify(request))
                .header("Cache-Control", "no-store")
                .build();
    }
}
