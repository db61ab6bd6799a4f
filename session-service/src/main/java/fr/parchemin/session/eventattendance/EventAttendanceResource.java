package fr.parchemin.session.eventattendance;

import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Attendance, event by event. */
@Path("/v1/sessions/{sessionId}/enrolments/{enrolmentId}/attendance/{eventCode}")
@Tag(name = "The day")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class EventAttendanceResource {

    private final RecordEventAttendance attendance;

    EventAttendanceResource(RecordEventAttendance attendance) {
        this.attendance = attendance;
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getEventAttendance",
            summary = "Read whether and when a candidate passed an event",
            description = "404 while nothing is recorded. The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The attendance.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EventAttendanceView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response one(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @PathParam("eventCode") @Parameter(example = "MSP") String eventCode,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        EventAttendanceView found = attendance.one(sessionId, enrolmentId, eventCode);
        return IfNoneMatch.respond(ifNoneMatch, found.tag(), () -> found);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.JUROR})
    @Operation(
            operationId = "putEventAttendance",
            summary = "Record whether and when a candidate passed an event",
            description =
                    "While the session is IN_PROGRESS and not closed, for an event of its plan (MSP, ET, QP, EF). Who is PRESENT at an event is PRESENT at the session, and the identity was checked before (R70); startedAt is the passage time (R71). The first record needs no If-Match, a change does. The centre and the jury may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EventAttendanceView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response put(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("enrolmentId") UUID enrolmentId,
            @PathParam("eventCode") @Parameter(example = "MSP") String eventCode,
            @NotNull @Valid EventAttendanceRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        EventAttendanceView recorded = attendance.record(sessionId, enrolmentId, eventCode, request, ifMatch);
        return Response.ok(recorded).tag(recorded.tag()).build();
    }
}
