package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import fr.parchemin.referentiel.feed.FicheWriter;
import fr.parchemin.referentiel.figures.CountTitles;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One certification and its parts, open to everyone. */
@Path("/v1/certifications/{number}")
@Tag(name = "Certifications", description = "What is certified, as the national registers publish it.")
@APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
@APIResponse(
        responseCode = "400",
        description = "The number is not one of RNCP or RS, or there is a parameter that this operation does not know.")
@APIResponse(responseCode = "404", description = "No such certification, or no such part of it, is recorded here.")
public class CertificationResource {

    private static final String NUMBER = "A number of RNCP or RS, such as RNCP37722.";

    /** In which form texts are wanted. */
    enum Form {
        RAW,
        PLAIN
    }

    private final ReadCertification certifications;
    private final ReadSheet sheets;
    private final CountTitles titles;

    CertificationResource(ReadCertification certifications, ReadSheet sheets, CountTitles titles) {
        this.certifications = certifications;
        this.sheets = sheets;
        this.titles = titles;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getCertification",
            summary = "Read the sheet of a certification",
            description = "Everything that the register publishes about it, texts unchanged. A certification whose"
                    + " registration has ended is served like any other. As application/xml: the FICHE of the France"
                    + " compétences feed V4.1. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SheetView.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> sheet(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @QueryParam("texts")
                    @DefaultValue("RAW")
                    @Parameter(
                            description =
                                    "RAW: texts as the register publishes them, some with HTML in them, escaped once or"
                                            + " twice. PLAIN: without entities and elements of HTML, for showing.",
                            example = "PLAIN")
                    Form texts,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        ReadySheet atHand = sheets.atHand(number);
        Uni<ReadySheet> sheet = atHand != null
                ? Uni.createFrom().item(atHand)
                : Uni.createFrom()
                        .item(() -> sheets.read(number))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return sheet.map(ready -> texts == Form.RAW
                ? respond(ifNoneMatch, ready.tag(), ready::json)
                : respond(ifNoneMatch, ready.plainTag(), () -> PlainTexts.of(ready.json())));
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_XML + ";qs=0.5") // JSON for who does not say
    @Operation(hidden = true) // Described with the JSON form: one operation, two representations.
    public Response fiche(
            @PathParam("number") @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER) String number,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        StoredCertification certification = sheets.stored(number);
        return respond(
                ifNoneMatch,
                ReadySheet.tag("xml", number, certification.version(), certification.active()),
                () -> FicheWriter.document(certification.sheet(), certification.partners()));
    }

    @GET
    @Path("/blocks")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listBlocks",
            summary = "List the blocks of a certification",
            description = "All its blocks with their competences, in the order of the register. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The blocks; none for a certification of RS.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Blocks.class)))
    public Response blocks(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        RecordedCertification certification = certifications.atOneMoment(number).getFirst();
        return respond(ifNoneMatch, "blocks", certification, () -> new Blocks(certification.blocks()));
    }

    @GET
    @Path("/blocks/{code}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getBlock",
            summary = "Read one block of a certification",
            description = "The block with its competences and its published texts. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The block.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    public Response block(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @PathParam("code")
                    @Parameter(description = "Code of the block in the register.", example = "RNCP37722BC02")
                    @Size(max = 50)
                    String code,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        RecordedCertification certification = certifications.atOneMoment(number).getFirst();
        BlockView block = certification.blocks().stream()
                .filter(b -> b.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("block of " + number, code));
        return respond(ifNoneMatch, "block " + code, certification, () -> block);
    }

    @GET
    @Path("/lineage")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getLineage",
            summary = "Read what a certification replaces and what replaces it",
            description =
                    "Links declared by this certification or by the others, across RNCP and RS, with the blocks that"
                            + " correspond. A linked number that no export holds is listed with known = false. Anyone may call"
                            + " this.")
    @APIResponse(
            responseCode = "200",
            description = "The links.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = LineageView.class)))
    public Response lineage(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @QueryParam("depth")
                    @DefaultValue("1")
                    @Min(1)
                    @Max(10)
                    @Parameter(description = "How many steps to walk each way.", example = "3")
                    int depth,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        LineageView lineage = certifications.lineage(number, depth);
        // Other certifications speak of this one: its own version would not tell that they changed.
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("lineage", lineage), () -> lineage);
    }

    @GET
    @Path("/statistics")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getCertificationStatistics",
            summary = "Read the figures of a certification",
            description =
                    "A row per source and year of award: what the register publishes (FRANCE_COMPETENCES), and the"
                            + " titles awarded here less those withdrawn (PARCHEMIN). Rates after 6 months and after 2 years have different"
                            + " respondents, so one may exceed the other. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The figures; none when nobody published any.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = StatisticsView.class)))
    public Response statistics(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        RecordedCertification certification = certifications.one(number);
        StatisticsView statistics = StatisticsView.of(certification, titles.of(number));
        // Awards change it without any change of the certification.
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("statistics", statistics), () -> statistics);
    }

    private static Response respond(
            @Nullable IfNoneMatch ifNoneMatch, String what, RecordedCertification certification, Supplier<?> body) {
        String tag =
                ReadySheet.tag(what, certification.sheet().number(), certification.version(), certification.active());
        return respond(ifNoneMatch, tag, body);
    }

    private static Response respond(@Nullable IfNoneMatch ifNoneMatch, String tag, Supplier<?> body) {
        Response response = IfNoneMatch.respond(ifNoneMatch, tag, body);
        return Response.fromResponse(response)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The blocks of a certification. */
    @Schema(name = "Blocks")
    record Blocks(List<BlockView> items) {}
}
