package fr.parchemin.referentiel.export;

import fr.parchemin.referentiel.certification.CertificationFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue as files, open to everyone. */
@Path("/v1/exports/certifications")
@Tag(name = "Exports", description = "Everything that a list has, as one file.")
@APIResponse(responseCode = "400", description = "A parameter is unknown or malformed.")
@APIResponse(responseCode = "503", description = "As many exports as are allowed at once are under way.")
public class ExportResource {

    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String ZIP = "application/zip";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ExportCatalogue catalogue;
    private final ExportSlots slots;
    private final Clock clock;

    ExportResource(ExportCatalogue catalogue, ExportSlots slots, Clock clock) {
        this.catalogue = catalogue;
        this.slots = slots;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces(LINES)
    @Operation(
            operationId = "exportCertifications",
            summary = "Download certifications",
            description = "The sheets that a list with the same filters has, all of them as they were at one moment, in"
                    + " the order of their numbers whatever sort says. Lines of JSON (application/x-ndjson), each what"
                    + " reading the sheet answers; application/xml, the feed of France compétences V4.1 with its partners;"
                    + " or with Accept: text/csv, its set of ten CSV files in one zip. A download that breaks off is not"
                    + " whole: the last line or the end tag is missing. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The file; its name has the day.",
            headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response lines(@BeanParam @Valid CertificationFilter filter) {
        return file(LINES, "certifications-%s.ndjson", out -> catalogue.lines(filter, out));
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_XML + ";qs=0.5")
    @Operation(hidden = true) // Described with the lines: one operation, three representations.
    public Response xml(@BeanParam @Valid CertificationFilter filter) {
        return file(MediaType.APPLICATION_XML, "export_fiches_V4_1_%s.xml", out -> catalogue.xml(filter, out));
    }

    @GET
    @PermitAll
    @Produces({CSV + ";qs=0.4", ZIP + ";qs=0.4"})
    @Operation(hidden = true) // As above.
    public Response csv(@BeanParam @Valid CertificationFilter filter) {
        return file(ZIP, "export-fiches-csv-%s.zip", out -> catalogue.csv(filter, today(), out));
    }

    private Response file(String type, String name, StreamingOutput content) {
        return Response.ok(slots.in(content), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name.formatted(today()) + '"')
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PARIS));
    }
}
