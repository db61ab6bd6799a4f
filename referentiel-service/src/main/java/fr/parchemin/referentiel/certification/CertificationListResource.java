package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue as a list, open to everyone. */
@Path("/v1/certifications")
@Tag(name = "Certifications", description = "What is certified, as the national registers publish it.")
public class CertificationListResource {

    private final SearchCertifications certifications;

    CertificationListResource(SearchCertifications certifications) {
        this.certifications = certifications;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listCertifications",
            summary = "List certifications",
            description = "Certifications that pass every filter, page by page. Ended registrations are listed too:"
                    + " active and validOn leave them out. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header with rel=next leads to the one after it.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CertificationPage.class)))
    @APIResponse(responseCode = "304", description = "You hold this page already (If-None-Match).")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or malformed, or the cursor belongs to another list.")
    public Response list(
            @BeanParam @Valid CertificationFilter filter,
            @QueryParam("limit")
                    @Parameter(description = "Rows on a page, 1 to 500; 50 when absent.", example = "50")
                    @Nullable
                    Integer limit,
            @QueryParam("cursor") @Parameter(description = "The value of next on the page before.") @Nullable
                    String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        Page<CertificationSummaryView> page =
                certifications.list(filter, PageRequest.of(limit, cursor, "certifications", filter.fingerprint()));
        Stream<Object> rows = page.items().stream()
                .flatMap(r -> Stream.of(r.number(), r.version(), r.active(), String.valueOf(r.highlight())));
        Object[] parts = Stream.concat(Stream.of("list", String.valueOf(page.next())), rows)
                .toArray();
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of(parts), () -> page);
    }

    /** Shape of the answer, for the description of the API. */
    @Schema(name = "CertificationPage")
    record CertificationPage(
            List<CertificationSummaryView> items,

            @Schema(description = "Cursor of the page after this one; absent on the last.") @Nullable
            String next) {}
}
