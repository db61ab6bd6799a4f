package fr.parchemin.referentiel.imports;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The exports of France compétences, sent in as they are published. */
@Path("/v1/imports")
@Tag(name = "Imports", description = "The exports of the national registers, sent in as they are published.")
@RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY})
@APIResponse(responseCode = "400", description = "The request is not well formed.")
@APIResponse(responseCode = "401", description = "A valid token is needed.")
@APIResponse(responseCode = "403", description = "The token does not have one of the roles.")
class ImportResource {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final AcceptImport accept;
    private final ImportRunner runner;
    private final ReadImports read;

    ImportResource(AcceptImport accept, ImportRunner runner, ReadImports read) {
        this.accept = accept;
        this.runner = runner;
        this.read = read;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createImport",
            summary = "Send in an export of a register",
            description =
                    "The file as France compétences publishes it: the XML of RNCP or RS (V4.1, V3 or V2), bare or zipped,"
                            + " or the zip of the ten CSV files, under its published name, because the name says the day. The answer"
                            + " comes at once; follow it at /v1/imports/{id}/events. Readers see the catalogue of before or of"
                            + " after, never half of it; the same file twice changes nothing. Certifier and authority.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted and kept; Location names it.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "409", description = "Another file is not ended.")
    public Response create(
            @RestForm("file") @PartType(MediaType.APPLICATION_OCTET_STREAM) @Nullable FileUpload file,
            @Parameter(description = "Report what would change, and change nothing.") @QueryParam("dryRun")
                    boolean dryRun,
            @Parameter(description = "Take an export although a newer one was taken, or its day is still to come.")
                    @QueryParam("force")
                    boolean force) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("file", "Send the export as the part named file, with its file name.")));
        }
        ImportView view = accept.accept(file.uploadedFile(), file.fileName(), dryRun, force);
        runner.submit(view.id());
        return Response.accepted(view)
                .location(URI.create("/v1/imports/" + view.id()))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "Every file that was sent in, latest first. Certifier and authority.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ImportPage.class)))
    public Page<ImportView> list(
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(PageRequest.of(limit, cursor, "imports"));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getImport",
            summary = "Read how far an import is",
            description = "State, progress and counts. Certifier and authority.")
    @APIResponse(
            responseCode = "200",
            description = "The import.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "No such import.")
    public ImportView one(@PathParam("id") UUID id) {
        return read.one(id);
    }

    @GET
    @Path("/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followImport",
            summary = "Follow an import",
            description = "Server-sent events, twice a second, each the import as it is; the last one has its end."
                    + " Certifier and authority.")
    @APIResponse(
            responseCode = "200",
            description = "The events.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "No such import.")
    public Multi<ImportView> events(@PathParam("id") UUID id) {
        ImportView now = read.one(id);
        if (now.endedAt() != null) {
            return Multi.createFrom().item(now);
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> read.one(id))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(view -> view.endedAt() == null);
    }

    @GET
    @Path("/{id}/report")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getImportReport",
            summary = "Read what was odd in the file",
            description =
                    "In the order of the file: records that were kept out, with line and reason, and values that were kept"
                            + " as they came although they look wrong. The first ten thousand of each. Certifier and authority.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = FindingPage.class)))
    @APIResponse(responseCode = "404", description = "No such import.")
    public Page<ImportFinding> report(
            @PathParam("id") UUID id,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.report(id, PageRequest.of(limit, cursor, "report", id));
    }

    /** For the description. */
    @Schema(name = "ImportPage")
    record ImportPage(List<ImportView> items, @Nullable String next) {}

    /** For the description. */
    @Schema(name = "ImportFindingPage")
    record FindingPage(List<ImportFinding> items, @Nullable String next) {}
}
