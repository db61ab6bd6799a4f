package fr.parchemin.results.assessment;

import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import fr.parchemin.results.audit.NamesPeople;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Assessments",
        description = "What the jury has to assess and what it found. Secret until the record is validated.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such thing for you")
class AssessmentResource {

    /** The candidates of one session, each with what is to be assessed. */
    record Assessments(List<AssessmentView> items) implements NamesPeople {

        @Override
        public Collection<UUID> people() {
            return items.stream().map(AssessmentView::candidateId).toList();
        }
    }

    /** Every version of what was recorded at one event, oldest first. */
    record FindingVersions(List<FindingView> items) {}

    private final ReadAssessments read;
    private final RecordFinding record;

    AssessmentResource(ReadAssessments read, RecordFinding record) {
        this.read = read;
        this.record = record;
    }

    @GET
    @RolesAllowed({Roles.JUROR, Roles.CENTRE})
    @Operation(operationId = "listAssessments", summary = "What is to be assessed in a session", description = """
                    For every candidate of the session: the events of the assessment plan, the competences that each of \
                    them shows, the competences that only a document shows (SST), and what the jurors have recorded so \
                    far. Called by the jurors of the session and by its centre; for anybody else the session does not exist \
                    (404). A juror does not see what others found about a candidate for whom they are recused. Roles: \
                    juror, centre.""")
    @APIResponse(responseCode = "200", description = "All candidates of the session")
    public Assessments list(@QueryParam("sessionId") @NotNull UUID sessionId) {
        return new Assessments(read.of(sessionId));
    }

    @GET
    @Path("/{enrolmentId}/{eventCode}")
    @RolesAllowed(Roles.JUROR)
    @Operation(
            operationId = "getFinding",
            summary = "One's own finding",
            description =
                    "Reads back what the calling juror recorded, with the ETag that a correction needs. Roles: juror.")
    @APIResponse(
            responseCode = "200",
            description = "The version that counts",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    public Response own(
            @PathParam("enrolmentId") UUID enrolmentId,
            @PathParam("eventCode") String eventCode,
            @HeaderParam("If-None-Match") @Nullable IfNoneMatch ifNoneMatch) {
        FindingView view = record.own(enrolmentId, eventCode);
        return IfNoneMatch.respond(ifNoneMatch, RecordFinding.tag(view), () -> view);
    }

    @GET
    @Path("/{enrolmentId}/{eventCode}/versions")
    @RolesAllowed(Roles.JUROR)
    @Operation(
            operationId = "listFindingVersions",
            summary = "Every version of the findings at one event",
            description = """
                    What every member of the jury recorded at one event of one candidate, with every correction, oldest first. \
                    The jury's own: for anybody else, and for a member recused for the candidate (R55), it does not exist \
                    (404). Roles: juror.""")
    @APIResponse(responseCode = "200", description = "All versions")
    public FindingVersions versions(
            @PathParam("enrolmentId") UUID enrolmentId,
            @Parameter(example = "MSP") @PathParam("eventCode") String eventCode) {
        return new FindingVersions(read.versions(enrolmentId, eventCode));
    }

    @PUT
    @Path("/{enrolmentId}/{eventCode}")
    @RolesAllowed(Roles.JUROR)
    @Operation(operationId = "putFinding", summary = "Record or correct a finding", description = """
                    The calling juror says what they found at one event (MSP, ET, QP or EF) of one candidate. Each juror \
                    records their own finding; where two differ, the deliberation decides. A correction needs the ETag of \
                    one's own earlier finding in If-Match; every version is kept. The same finding sent again changes nothing. \
                    Refused for a candidate who was not \
                    present, for a recused juror (R55), for a competence that only a document shows (R85), for a competence \
                    acquired at an event from which the candidate was absent (R91), before the opening of the session and \
                    after the first signature. Roles: juror.""")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    @APIResponse(responseCode = "409", description = "Session not open, candidate not present, or record signed")
    @APIResponse(responseCode = "412", description = "You correct a version that no longer counts")
    @APIResponse(responseCode = "422", description = "A rule forbids it; all broken rules are listed")
    @APIResponse(responseCode = "428", description = "A correction without If-Match")
    public Response put(
            @PathParam("enrolmentId") UUID enrolmentId,
            @PathParam("eventCode") String eventCode,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = FindingRequest.class),
                                            examples = @ExampleObject(name = "able", value = """
                                                                    {"outcome": "ACQUIRED", "competences": [{"code": "RNCP37722BC01-C1", "acquired": true}]}""")))
                    @NotNull
                    @Valid
                    FindingRequest request) {
        FindingView view = record.record(enrolmentId, eventCode, request, ifMatch);
        return Response.ok(view).tag(new EntityTag(RecordFinding.tag(view))).build();
    }
}
