package fr.parchemin.session.room;

import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
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

/** Rooms of a site. */
@Path("/v1/centres/{centreId}/sites/{siteId}/rooms")
@Tag(name = "Centres")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {

    private final KeepRooms rooms;

    RoomResource(KeepRooms rooms) {
        this.rooms = rooms;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "createRoom",
            summary = "Add a room to a site",
            description =
                    "One jury at a time receives one candidate in it; schedules are made with the rooms of the site. Names are unique at a site (409). The centre and the authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(
            @PathParam("centreId") UUID centreId,
            @PathParam("siteId") UUID siteId,
            @NotNull @Valid RoomRequest request) {
        RoomView created = rooms.add(centreId, siteId, request);
        return Response.created(URI.create("/v1/centres/" + centreId + "/sites/" + siteId + "/rooms/" + created.id()))
                .tag(created.tag())
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "listRooms",
            summary = "List the rooms of a site",
            description = "By name. The centre and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = RoomList.class)))
    public RoomList list(@PathParam("centreId") UUID centreId, @PathParam("siteId") UUID siteId) {
        return new RoomList(rooms.list(centreId, siteId));
    }

    @GET
    @Path("/{roomId}")
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "getRoom",
            summary = "Read a room",
            description = "The centre and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The room.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response one(
            @PathParam("centreId") UUID centreId,
            @PathParam("siteId") UUID siteId,
            @PathParam("roomId") UUID roomId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        RoomView found = rooms.one(centreId, siteId, roomId);
        return IfNoneMatch.respond(ifNoneMatch, found.tag(), () -> found);
    }

    @PUT
    @Path("/{roomId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "putRoom",
            summary = "Change a room",
            description =
                    "inUse false keeps new plans out of it; passages planned there are then told as problems of their schedule. Needs If-Match. The centre and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response change(
            @PathParam("centreId") UUID centreId,
            @PathParam("siteId") UUID siteId,
            @PathParam("roomId") UUID roomId,
            @NotNull @Valid RoomRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        RoomView changed = rooms.change(centreId, siteId, roomId, request, ifMatch);
        return Response.ok(changed).tag(changed.tag()).build();
    }

    /** All of them. */
    @Schema(name = "RoomList")
    record RoomList(List<RoomView> items) {}
}
