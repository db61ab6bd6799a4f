package fr.parchemin.session.schedule;

import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.time.Duration;
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
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The schedule of a session. */
@Path("/v1/sessions/{sessionId}/schedule")
@Tag(name = "Schedule", description = "Who passes which event when, before which jurors, in which room.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class ScheduleResource {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final String CALENDAR = "text/calendar";
    private static final List<Variant> VARIANTS = List.of(
            new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null),
            new Variant(new MediaType("text", "calendar", "utf-8"), (String) null, null));

    private final StartSolving start;
    private final SolverRunner runner;
    private final StopSolving stop;
    private final MovePassage move;
    private final ReadSchedule read;
    private final WriteCalendar calendar;

    ScheduleResource(
            StartSolving start,
            SolverRunner runner,
            StopSolving stop,
            MovePassage move,
            ReadSchedule read,
            WriteCalendar calendar) {
        this.start = start;
        this.runner = runner;
        this.stop = stop;
        this.move = move;
        this.read = read;
        this.calendar = calendar;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "solveSchedule",
            summary = "Solve the schedule",
            description =
                    "Searches who passes which event when, before which jurors, in which room: the order of the events (R79) and their durations with extra time (R29, R78), nobody and no room twice at once, two jurors at least who are not recused (R49, R56), opening hours and breaks (R72), actors shared between rooms (R83); then short waiting, the same jurors for a candidate, an even load. What can be seen to be impossible is refused with every cause at once. Passages set by hand stay. The answer comes at once; follow it at …/schedule/events or read …/schedule. The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: the search begins; Location names the schedule.",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response solve(@PathParam("sessionId") UUID sessionId, @NotNull @Valid ScheduleRequest request) {
        ScheduleView view = start.start(sessionId, request);
        runner.submit(view, view.seconds());
        return Response.accepted(view)
                .location(URI.create("/v1/sessions/" + sessionId + "/schedule"))
                .build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CALENDAR})
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY, Roles.JUROR, Roles.PLATFORM})
    @Operation(
            operationId = "getSchedule",
            summary = "Read the schedule",
            description =
                    "The best plan so far or the solved one, with what became wrong since. With Accept: text/calendar the passages as events for a calendar (RFC 5545): of the session, of one jurorId or of one enrolmentId. The centre, the jury and the authority may call this; a juror sees no passage of whom they are recused for, and a platform those of its own candidates.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ScheduleView.class)),
                @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response one(
            @PathParam("sessionId") UUID sessionId,
            @QueryParam("jurorId") @Parameter(description = "Passages of one juror only.") @Nullable UUID jurorId,
            @QueryParam("enrolmentId") @Parameter(description = "Passages of one candidate only.") @Nullable
                    UUID enrolmentId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch,
            @Context Request request) {
        ReadSchedule.Wanted wanted = new ReadSchedule.Wanted(jurorId, enrolmentId);
        ReadSchedule.Shown shown = read.one(sessionId, wanted);
        Variant variant = request.selectVariant(VARIANTS);
        if (variant != null && variant.getMediaType().getSubtype().equals("calendar")) {
            String text = calendar.of(shown, wanted);
            return Response.ok(text, CALENDAR + "; charset=utf-8")
                    .tag(EntityTags.of("calendar", text))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"planning.ics\"")
                    .build();
        }
        Response answer = IfNoneMatch.respond(ifNoneMatch, shown.view().tag(), shown::view);
        return Response.fromResponse(answer)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Path("/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "followSchedule",
            summary = "Follow the search",
            description =
                    "Server-sent events, twice a second, each how far the search is; the last one has its end. The centre and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The events.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ScheduleView.Progress.class)))
    public Multi<ScheduleView.Progress> events(@PathParam("sessionId") UUID sessionId) {
        ScheduleView.Progress now = read.visibleProgress(sessionId);
        if (now.state() != ScheduleState.SOLVING) {
            return Multi.createFrom().item(now);
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> read.progress(sessionId))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(p -> p.state() == ScheduleState.SOLVING);
    }

    @POST
    @Path("/stop")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "stopSchedule",
            summary = "Stop the search",
            description =
                    "It ends within a few seconds with the best plan that it has; …/schedule tells its end. The centre may call this.")
    @APIResponse(
            responseCode = "202",
            description = "It will stop.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.Progress.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response stop(@PathParam("sessionId") UUID sessionId) {
        return Response.accepted(stop.stop(sessionId)).build();
    }

    @GET
    @Path("/passages/{passageId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY, Roles.JUROR, Roles.PLATFORM})
    @Operation(
            operationId = "getPassage",
            summary = "Read a passage",
            description = "The centre, the jury and the authority may call this; a platform for its own candidates.")
    @APIResponse(
            responseCode = "200",
            description = "The passage.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.PassageView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response passage(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("passageId") UUID passageId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        ScheduleView.PassageView passage = read.passage(sessionId, passageId);
        return IfNoneMatch.respond(ifNoneMatch, passage.tag(), () -> passage);
    }

    @PUT
    @Path("/passages/{passageId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "putPassage",
            summary = "Move a passage by hand",
            description =
                    "To a time, a room and jurors. Every hard constraint that this would break is told at once, with the passages in the way. From then on it is pinned: it stays there when the schedule is solved again, until it is sent with pinned false. Needs If-Match. The centre may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Moved.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.PassageView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response move(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("passageId") UUID passageId,
            @NotNull @Valid PassageRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        ScheduleView.PassageView passage = move.move(sessionId, passageId, request, ifMatch);
        return Response.ok(passage).tag(passage.tag()).build();
    }
}
