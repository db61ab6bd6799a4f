package fr.parchemin.session.document;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents that candidates present. */
@Path("/v1/sessions/{sessionId}/enrolments/{enrolmentId}/documents")
@Tag(name = "Documents")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {

    private final PresentDocument documents;

    DocumentResource(PresentDocument documents) {
        this.documents = documents;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "createDocument",
            summary = "Record a document that a candidate presents",
            description =
                    "The SST certificate validates the safety and first-aid competence (R85): number, issuer and dates are kept, never the file. validOnExamDay tells whether it holds on the candidate's examination day; without validUntil it holds 24 months (R87, R88). From the attendance to the deliberation. The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names the list.",
            headers = {@Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @NotNull @Valid DocumentRequest request) {
        DocumentView created = documents.present(sessionId, enrolmentId, request);
        return Response.created(URI.create("/v1/sessions/" + sessionId + "/enrolments/" + enrolmentId + "/documents"))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "listDocuments",
            summary = "List the documents that a candidate presented",
            description = "The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, oldest first.",
            content = @Content(schema = @Schema(implementation = DocumentList.class)))
    public DocumentList list(@PathParam("sessionId") UUID sessionId, @PathParam("enrolmentId") UUID enrolmentId) {
        return new DocumentList(documents.of(sessionId, enrolmentId));
    }

    /** All of them. */
    @Schema(name = "DocumentList")
    record DocumentList(List<DocumentView> items) {}
}
