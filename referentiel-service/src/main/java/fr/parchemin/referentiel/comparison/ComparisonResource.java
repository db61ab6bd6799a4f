package fr.parchemin.referentiel.comparison;

import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Two certifications side by side, open to everyone. */
@Path("/v1/certifications/{number}/compare")
@Tag(name = "Certifications")
class ComparisonResource {

    private static final String NUMBER = "A number of RNCP or RS, such as RNCP37722.";

    private final CompareCertifications certifications;

    ComparisonResource(CompareCertifications certifications) {
        this.certifications = certifications;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "compareCertifications",
            summary = "Compare two certifications",
            description = "Two versions of one title, or any two certifications: their blocks and competences side by"
                    + " side, with the correspondences that either register declares, and every other field in which"
                    + " their sheets differ. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "What differs.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(
            responseCode = "400",
            description = "A number is missing or not one of RNCP or RS, or a parameter is not known.")
    @APIResponse(responseCode = "404", description = "One of the two is not recorded here.")
    public Response compare(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @QueryParam("with")
                    @Parameter(
                            description = "The certification to compare with.",
                            example = "RNCP35313",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING))
                    @NotNull(message = "Say which certification to compare with, such as with=RNCP35313.")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String with,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        ComparisonView comparison = certifications.of(number, with);
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("comparison", comparison), () -> comparison);
    }
}
