package fr.parchemin.gateway.contract;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same description under file names, for tools that choose by suffix. */
@Path("/")
@PermitAll
public final class ContractFileResource {

    private final ApiContract contract;

    ContractFileResource(ApiContract contract) {
        this.contract = contract;
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public byte[] json() {
        return contract.json();
    }

    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    @Operation(hidden = true)
    public byte[] yaml() {
        return contract.yaml();
    }
}
