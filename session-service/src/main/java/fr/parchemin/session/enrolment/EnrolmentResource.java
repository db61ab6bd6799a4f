package fr.parchemin.session.enrolment;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** Candidates of a session. */
@Path("/v1/sessions/{sessionId}")
@Tag(name = "Enrolments")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {

    private final EnrolCandidate enrol;
    private final WithdrawEnrolment withdraw;
    private final RecordAttendance attend;
    private final ReadEnrolments read;

    EnrolmentResource(EnrolCandidate enrol, WithdrawEnrolment withdraw, RecordAttendance attend, ReadEnrolments read) {
        this.enrol = enrol;
        this.withdraw = withdraw;
        this.attend = attend;
        this.read = read;
    }

    @POST
    @Path("/enrolments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM})
    @Operation(
            operationId = "createEnrolment",
            summary = "Enrol a candidate",
            description =
                    "While the session is DECLARED or DTE_SENT. A refusal lists every broken rule of eligibility (R5, R8, R17, R18, R19, R22, R27, R28, R39). The centre may call this for candidates that it sees, and a platform for its own in sessions of centres that have a convention with it.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Enrolled; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(@PathParam("sessionId") UUID sessionId, @NotNull @Valid EnrolmentRequest request) {
        EnrolmentView created = enrol.enrol(sessionId, request);
        return Response.created(URI.create("/v1/sessions/" + sessionId + "/enrolments/" + created.id()))
                .tag(created.tag())
                .entity(created)
                .build();
    }

    @GET
    @Path("/enrolments")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "listEnrolments",
            summary = "List the enrolments of a session",
            description =
                    "The centre and the authority see all of them, a juror all but those they are recused for, a platform those that it made or trained.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first.",
            content = @Content(schema = @Schema(implementation = EnrolmentPage.class)))
    public Page<EnrolmentView> list(
            @PathParam("sessionId") UUID sessionId,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.list(sessionId, PageRequest.of(limit, cursor, "enrolments", sessionId));
    }

    @GET
    @Path("/enrolments/{enrolmentId}")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getEnrolment",
            summary = "Read an enrolment",
            description =
                    "The centre, the jury and the authority; a platform when it made the enrolment or trained the candidate.")
    @APIResponse(
            responseCode = "200",
            description = "The enrolment.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response one(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        EnrolmentView found = read.one(sessionId, enrolmentId);
        return IfNoneMatch.respond(ifNoneMatch, found.tag(), () -> found);
    }

    @GET
    @Path("/eligibility")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM})
    @Operation(
            operationId = "checkEligibility",
            summary = "Ask whether a candidate could be enrolled",
            description =
                    "The answer that an enrolment would get, without enrolling: every rule that refuses and every rule that warns, and 409 while the session takes no enrolment. Centres and platforms may call this for candidates that they see.")
    @APIResponse(
            responseCode = "200",
            description = "The answer.",
            content = @Content(schema = @Schema(implementation = EligibilityView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public EligibilityView eligibility(
            @PathParam("sessionId") UUID sessionId, @BeanParam @Valid EligibilityQuery query) {
        return enrol.eligibility(sessionId, query);
    }

    @POST
    @Path("/enrolments/{enrolmentId}/withdrawal")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM})
    @Operation(
            operationId = "withdrawEnrolment",
            summary = "Give an enrolment up",
            description =
                    "Until the session opens; no attempt is counted and the enrolment stays in the history. The centre may call this, and a platform for its own enrolments.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response withdraw(@PathParam("sessionId") UUID sessionId, @PathParam("enrolmentId") UUID enrolmentId) {
        EnrolmentView withdrawn = withdraw.withdraw(sessionId, enrolmentId);
        return Response.ok(withdrawn).tag(withdrawn.tag()).build();
    }

    @GET
    @Path("/enrolments/{enrolmentId}/attendance")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getAttendance",
            summary = "Read the attendance of a candidate",
            description =
                    "The centre, the jury and the authority; a platform when it made the enrolment or trained the candidate.")
    @APIResponse(
            responseCode = "200",
            description = "The attendance; status is null while nothing is recorded.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = AttendanceView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response attendance(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        AttendanceView found = read.attendance(sessionId, enrolmentId);
        return IfNoneMatch.respond(ifNoneMatch, found.tag(), () -> found);
    }

    @PUT
    @Path("/enrolments/{enrolmentId}/attendance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.JUROR})
    @Operation(
            operationId = "putAttendance",
            summary = "Record whether a candidate came",
            description =
                    "While the session is IN_PROGRESS and not closed; only an absence is still justified afterwards (ABSENT to ABSENT_JUSTIFIED), until the deadline of R103. A summoned candidate becomes PRESENT, ABSENT or ABSENT_JUSTIFIED; who is present may later miss events (ABSENT) or be excluded (EXCLUDED). At PRESENT the identity is frozen (R122); who is banned on a day of the session cannot be PRESENT (R25). EXCLUDED needs a fraud report that names the candidate and is not for the jury (R115, R119). The first record needs no If-Match, a change does. The centre and the jury may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = AttendanceView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response putAttendance(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @NotNull @Valid AttendanceRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        AttendanceView recorded = attend.record(sessionId, enrolmentId, request, ifMatch);
        return Response.ok(recorded).tag(recorded.tag()).build();
    }

    /** A page of them. */
    @Schema(name = "EnrolmentPage")
    record EnrolmentPage(
            List<EnrolmentView> items, @Nullable String next) {}
}
