package fr.parchemin.gateway.contract;

import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Serves the description of the whole API. */
@Path("/openapi")
@PermitAll
@Tag(name = "Finding one's way")
public final class ContractResource {

    private static final String YAML = "application/yaml";
    private static final String VARY = "Vary";

    private final ApiContract contract;

    ContractResource(ApiContract contract) {
        this.contract = contract;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getOpenApi",
            summary = "The description of the whole API",
            description = "One OpenAPI 3.1 document of all services, as JSON or YAML. Anyone.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = YAML)})
    @APIResponse(responseCode = "304", description = "You hold this version.")
    @APIResponse(responseCode = "406", description = "Neither JSON nor YAML is accepted.")
    public Response json(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        return respond(ifNoneMatch, "json", contract.json());
    }

    @GET
    @Produces({YAML, "application/vnd.oai.openapi", "text/yaml"})
    @Operation(hidden = true)
    public Response yaml(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        return respond(ifNoneMatch, "yaml", contract.yaml());
    }

    private Response respond(@Nullable IfNoneMatch ifNoneMatch, String kind, byte[] body) {
        return Response.fromResponse(IfNoneMatch.respond(ifNoneMatch, contract.tag() + "-" + kind, () -> body))
                .header(VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
