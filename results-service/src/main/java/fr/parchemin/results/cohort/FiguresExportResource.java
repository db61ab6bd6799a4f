package fr.parchemin.results.cohort;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures for France Compétences as files. */
@Path("/v1/exports/statistics")
@Tag(name = "Cohorts")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
class FiguresExportResource {

    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String SCHEMA = schemaFile();

    private final ExportFigures export;
    private final Clock clock;

    FiguresExportResource(ExportFigures export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(
            operationId = "exportStatistics",
            summary = "Download the figures for France Compétences",
            description = """
                    STATISTIQUES_PROMOTIONS of each title as the register's feed names and orders them (application/xml); \
                    text/csv, described by /v1/exports/statistics/schema; or lines of JSON (application/x-ndjson), each what \
                    GET /v1/cohorts shows. The latter two have numerator, denominator, cohort and response rate with each rate. \
                    A rate that nobody answered for is left out, never 0, and so are rates of surveys that still run. state=FROZEN \
                    gives what is published and nothing provisional: the file that leaves. One file has one source (R128). Roles: \
                    certifier, authority, analyst.""")
    @APIResponse(
            responseCode = "200",
            description = "The file; its name has the day",
            headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING))
            })
    public Response xml(
            @Parameter(description = "Year of the awards.", example = "2022") @QueryParam("year") @Nullable
                    Integer year,
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @QueryParam("source") @DefaultValue("OWN") CohortView.Source source,
            @QueryParam("state") CohortView.@Nullable State state) {
        CohortRepository.Filter filter = new CohortRepository.Filter(certificationNumber, year, source, state);
        return file(MediaType.APPLICATION_XML, "xml", out -> export.xml(filter, out));
    }

    @GET
    @Produces(CSV + ";qs=0.5")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "exportStatistics", hidden = true) // Described with the XML: one operation.
    public Response csv(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @QueryParam("source") @DefaultValue("OWN") CohortView.Source source,
            @QueryParam("state") CohortView.@Nullable State state) {
        CohortRepository.Filter filter = new CohortRepository.Filter(certificationNumber, year, source, state);
        return file(CSV, "csv", out -> export.csv(filter, out));
    }

    @GET
    @Produces(LINES + ";qs=0.4")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "exportStatistics", hidden = true) // As above.
    public Response lines(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @QueryParam("source") @DefaultValue("OWN") CohortView.Source source,
            @QueryParam("state") CohortView.@Nullable State state) {
        CohortRepository.Filter filter = new CohortRepository.Filter(certificationNumber, year, source, state);
        return file(LINES, "ndjson", out -> export.lines(filter, out));
    }

    @GET
    @Path("/schema")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(
            operationId = "getStatisticsSchema",
            summary = "The Table Schema of the CSV",
            description =
                    "What each column holds, as a Table Schema (Frictionless). Roles: certifier, authority, analyst.")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response schema() {
        return Response.ok(SCHEMA, MediaType.APPLICATION_JSON).build();
    }

    private Response file(String type, String extension, StreamingOutput content) {
        String name = "statistiques-promotions-%s.%s".formatted(LocalDate.ofInstant(clock.instant(), PARIS), extension);
        return Response.ok(content, MediaType.valueOf(type).withCharset(StandardCharsets.UTF_8.name()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static String schemaFile() {
        try (InputStream file =
                Objects.requireNonNull(FiguresExportResource.class.getResourceAsStream("/figures/table-schema.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
