package fr.parchemin.gateway.discovery;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code GET /v1} says.
 *
 * @param name name of the API
 * @param build version of the running gateway
 * @param contracts the contracts of the services that this gateway was built with
 * @param links where to go next, by relation
 */
@Schema(name = "Api")
public record ApiView(
        @Schema(examples = "Parchemin") String name,

        @Schema(description = "Version of the running gateway.", examples = "0.1.0")
        String build,

        List<Contract> contracts,

        @Schema(description = "Where to go next.", examples = "{\"openapi\": \"/openapi\"}")
        Map<String, String> links) {

    /**
     * One service's contract.
     *
     * @param service name of the service
     * @param tag changes whenever the contract does
     */
    @Schema(name = "ApiContract")
    public record Contract(
            @Schema(examples = "session") String service,

            @Schema(description = "Changes whenever the contract of the service does.")
            String tag) {}
}
