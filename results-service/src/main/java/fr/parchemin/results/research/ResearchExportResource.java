package fr.parchemin.results.research;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Results without the people they are of. */
@Path("/v1/exports/results")
@Tag(name = "Results")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "503", description = "As many exports as are allowed at once are under way")
class ResearchExportResource {

    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final StreamResults results;

    ResearchExportResource(StreamResults results) {
        this.results = results;
    }

    @GET
    @Produces(LINES)
    @RolesAllowed({Roles.ANALYST, Roles.CERTIFIER})
    @Operation(operationId = "exportResults", summary = "Download results for research", description = """
                    Every result that was notified and stands, as lines of JSON (application/x-ndjson) or text/csv. People go by a \
                    pseudonym drawn for this one file (HMAC-SHA-256, its key is not kept): results of the same person belong \
                    together within a file, and never across two. In place of birth date and place there are a band of ages \
                    and the region of the session; the order is random (R130). Every export is noted in the audit trail. A \
                    download that breaks off is not whole: its last line is cut. Roles: analyst, certifier.""")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = LINES, schema = @Schema(implementation = ResearchResultView.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response lines(
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @Parameter(description = "Year of the last day of the session.", example = "2026")
                    @QueryParam("year")
                    @Min(2000)
                    @Max(2100)
                    @Nullable
                    Integer year) {
        StreamResults.Filter filter = new StreamResults.Filter(certificationNumber, year);
        return file(LINES, "resultats.ndjson", out -> results.lines(filter, out));
    }

    @GET
    @Produces(CSV + ";qs=0.5")
    @RolesAllowed({Roles.ANALYST, Roles.CERTIFIER})
    @Operation(operationId = "exportResults", hidden = true) // Described with the lines: one operation.
    public Response csv(
            @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year) {
        StreamResults.Filter filter = new StreamResults.Filter(certificationNumber, year);
        return file(CSV, "resultats.csv", out -> results.csv(filter, out));
    }

    private Response file(String type, String name, StreamingOutput content) {
        results.requireRoom();
        return Response.ok(content, MediaType.valueOf(type).withCharset(StandardCharsets.UTF_8.name()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
