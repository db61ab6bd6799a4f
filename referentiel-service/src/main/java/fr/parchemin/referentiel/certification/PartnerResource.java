package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may train for a certification or assess, open to everyone. */
@Path("/v1/certifications/{number}/partners")
@Tag(name = "Certifications", description = "What is certified, as the national registers publish it.")
public class PartnerResource {

    private static final String NUMBER = "A number of RNCP or RS, such as RNCP37722.";

    private final ReadPartners partners;

    PartnerResource(ReadPartners partners) {
        this.partners = partners;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listPartners",
            summary = "List the partners of a certification",
            description = "Bodies that the certifier allows to train or to assess, page by page in the order of the"
                    + " register. When the certification changes meanwhile, the cursor no longer holds: start again. Anyone"
                    + " may call this.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header with rel=next leads to the one after it.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = PartnerPage.class)))
    @APIResponse(responseCode = "304", description = "You hold this page already (If-None-Match).")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or malformed, or the cursor belongs to another list.")
    @APIResponse(responseCode = "404", description = "No such certification is recorded here.")
    public Response list(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @BeanParam @Valid PartnerFilter filter,
            @QueryParam("limit")
                    @Parameter(description = "Rows on a page, 1 to 500; 50 when absent.", example = "50")
                    @Nullable
                    Integer limit,
            @QueryParam("cursor") @Parameter(description = "The value of next on the page before.") @Nullable
                    String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        Page<PartnerView> page = partners.list(number, filter, limit, cursor);
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("partners", page), () -> page);
    }

    /** Shape of the answer, for the description of the API. */
    @Schema(name = "PartnerPage")
    record PartnerPage(
            List<PartnerView> items,

            @Schema(description = "Cursor of the page after this one; absent on the last.") @Nullable
            String next) {}
}
