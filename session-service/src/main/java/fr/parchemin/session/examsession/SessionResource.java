package fr.parchemin.session.examsession;

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

/** Exam sessions. */
@Path("/v1/sessions")
@Tag(name = "Sessions", description = "Exam sessions, from the draft to the notified result.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private final DraftSession draft;
    private final ReadSessions read;
    private final ListSituations situations;

    SessionResource(DraftSession draft, ReadSessions read, ListSituations situations) {
        this.draft = draft;
        this.read = read;
        this.situations = situations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "createSession",
            summary = "Draft a session",
            description =
                    "Nothing leaves the centre yet. warnings tells what the declaration would meet. A certification"
                            + " not known here (yet) is a 422; send the request again later. The centre itself may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(@NotNull @Valid SessionRequest request) {
        SessionView created = draft.draft(request);
        return Response.created(URI.create("/v1/sessions/" + created.id()))
                .tag(created.tag())
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.PLATFORM, Roles.AUTHORITY})
    @Operation(
            operationId = "listSessions",
            summary = "List sessions",
            description =
                    "Latest first. A centre sees its own, a juror those whose jury they are on, a platform the declared"
                            + " ones in which it has candidates or whose centre has a convention with it, the authority all.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = SessionPage.class)))
    public Page<SessionView> list(
            @BeanParam @Valid SessionFilter filter,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.list(PageRequest.of(limit, cursor, "sessions", filter.values()), filter);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.PLATFORM, Roles.AUTHORITY})
    @Operation(
            operationId = "getSession",
            summary = "Read a session",
            description =
                    "Its centre, its jury, the platforms of its candidates and the authority; to others it does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "The session.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response one(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        SessionView found = read.one(id);
        return IfNoneMatch.respond(ifNoneMatch, found.tag(), () -> found);
    }

    @GET
    @Path("/{id}/situations")
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getSituations",
            summary = "Read the situations of the kit",
            description = "The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The situations, by code; none before the first PUT.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SituationsView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response situations(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        SituationsView found = read.situations(id);
        return IfNoneMatch.respond(ifNoneMatch, found.tag(), () -> found);
    }

    @PUT
    @Path("/{id}/situations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "putSituations",
            summary = "List the situations of the kit",
            description = "The pool from which candidates draw; types are those of the assessment plan (R80). Until the"
                    + " session opens. The first list needs no If-Match, a replacement does. The centre may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SituationsView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response putSituations(
            @PathParam("id") UUID id,
            @NotNull @Valid SituationsRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        SituationsView recorded = situations.list(id, request, ifMatch);
        return Response.ok(recorded).tag(recorded.tag()).build();
    }

    /** A page of them. */
    @Schema(name = "SessionPage")
    record SessionPage(List<SessionView> items, @Nullable String next) {}
}
