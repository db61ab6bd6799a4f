package fr.parchemin.gateway.contract;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same description under file names, for tools that go by the suffix whatever they say they accept. */
@Path("/")
@PermitAll
public final class ContractFileResource {

    private final ApiContract contract;

    ContractFileResource(ApiContract contract) {
        this.contract = contract;
    }

    @GET
    @Path("openapi.json")
    @Operation(hidden = true)
    public Response json() {
        return Response.ok(contract.json(), MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("openapi.yaml")
    @Operation(hidden = true)
    public Response yaml() {
        return Response.ok(contract.yaml(), "application/yaml").build();
    }
}
