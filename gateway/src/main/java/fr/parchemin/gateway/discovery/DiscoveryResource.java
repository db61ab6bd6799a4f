package fr.parchemin.gateway.discovery;

import fr.parchemin.gateway.GatewayConfig;
import fr.parchemin.gateway.contract.ApiContract;
import fr.parchemin.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The first two questions of whoever meets the API: what is here, and what may I do. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Finding one's way", description = "What is here, and what the caller may do.")
public final class DiscoveryResource {

    private static final Pattern LIST = Pattern.compile("/v1/[a-z-]+");

    private final ApiContract contract;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final String version;
    private final boolean givesTokens;

    DiscoveryResource(
            ApiContract contract,
            Caller caller,
            SecurityIdentity identity,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.contract = contract;
        this.caller = caller;
        this.identity = identity;
        this.version = version;
        this.givesTokens = config.tokenUrl().isPresent();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getApi",
            summary = "What is here",
            description = "Build, contracts of the services and links to go on from. Anyone.")
    @APIResponse(responseCode = "200", description = "The entrance.")
    @APIResponse(responseCode = "400", description = "A parameter, where there is none.")
    public ApiView api() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", "/v1");
        links.put("openapi", "/openapi");
        links.put("docs", "/docs");
        links.put("dashboard", "/dashboard");
        links.put("me", "/v1/me");
        links.put("health", "/q/health");
        if (givesTokens) {
            links.put("token", "/oauth/token");
        }
        // Every list that the API begins with: who reads on finds the rest from there.
        contract.operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && LIST.matcher(operation.path()).matches())
                .forEach(operation -> links.putIfAbsent(operation.path().substring("/v1/".length()), operation.path()));
        List<ApiView.Contract> contracts = contract.parts().entrySet().stream()
                .map(part -> new ApiView.Contract(part.getKey(), part.getValue()))
                .toList();
        return new ApiView("Parchemin", version, contracts, links);
    }

    @GET
    @Path("me")
    @Authenticated
    @Operation(
            operationId = "getMe",
            summary = "Who the caller is",
            description = "Client, roles, organisation, and every operation that the roles allow. Any valid token.")
    @APIResponse(responseCode = "200", description = "The caller.")
    @APIResponse(responseCode = "401", description = "No token, or one that is not valid.")
    public MeView me() {
        List<String> roles = identity.getRoles().stream().sorted().toList();
        List<MeView.Allowed> operations = contract.operations().stream()
                .filter(operation -> operation.allows(roles))
                .map(operation -> new MeView.Allowed(operation.id(), operation.method(), operation.path()))
                .toList();
        Instant expiresAt = identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : null;
        return new MeView(
                caller.clientId(), caller.subject(), roles, caller.siret().orElse(null), expiresAt, operations);
    }
}
