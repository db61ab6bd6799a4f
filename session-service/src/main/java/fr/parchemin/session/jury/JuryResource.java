package fr.parchemin.session.jury;

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

/** The jury of a session. */
@Path("/v1/sessions/{sessionId}")
@Tag(name = "Jury")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class JuryResource {

    private final AppointJury appoint;
    private final RecuseJuror recuse;
    private final ReadJury read;

    JuryResource(AppointJury appoint, RecuseJuror recuse, ReadJury read) {
        this.appoint = appoint;
        this.recuse = recuse;
        this.read = read;
    }

    @PUT
    @Path("/jury")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "putJury",
            summary = "Appoint the jury",
            description =
                    "From the declaration to the opening. Every member is accredited for the certification on every day of the session (R44, R48); what else the summons will ask (R49, R56, R57, R75) is told as warnings, and must be kept when the session is CONVOKED already. Conflicts that the data show are recorded as recusals (R52). The first jury needs no If-Match, a replacement does. The centre may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Appointed.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = JuryView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response put(
            @PathParam("sessionId") UUID sessionId,
            @NotNull @Valid JuryRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        JuryView jury = appoint.appoint(sessionId, request, ifMatch);
        return Response.ok(jury).tag(jury.tag()).build();
    }

    @GET
    @Path("/jury")
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getJury",
            summary = "Read the jury",
            description = "The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The jury; no members before the first PUT.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = JuryView.class)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response jury(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        JuryView jury = read.jury(sessionId);
        return IfNoneMatch.respond(ifNoneMatch, jury.tag(), () -> jury);
    }

    @POST
    @Path("/recusals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "createRecusal",
            summary = "Record that a juror does not judge a candidate",
            description =
                    "A fact about one pair, declared by the juror, the candidate or the centre (R52 to R54); the juror may judge the others. From then on the juror can record nothing about that candidate. The centre may call this until the session is closed.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {@Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = RecusalView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response recuse(@PathParam("sessionId") UUID sessionId, @NotNull @Valid RecusalRequest request) {
        RecusalView created = recuse.recuse(sessionId, request);
        return Response.created(URI.create("/v1/sessions/" + sessionId + "/recusals/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @Path("/recusals")
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "listRecusals",
            summary = "List the recusals of a session",
            description =
                    "Declared ones and those found in the data. The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, oldest first.",
            content = @Content(schema = @Schema(implementation = RecusalList.class)))
    public RecusalList recusals(@PathParam("sessionId") UUID sessionId) {
        return new RecusalList(read.recusals(sessionId));
    }

    @GET
    @Path("/recusals/{recusalId}")
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY})
    @Operation(
            operationId = "getRecusal",
            summary = "Read a recusal",
            description = "The centre, the jury and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The recusal.",
            content = @Content(schema = @Schema(implementation = RecusalView.class)))
    public RecusalView recusal(@PathParam("sessionId") UUID sessionId, @PathParam("recusalId") UUID recusalId) {
        return read.recusal(sessionId, recusalId);
    }

    /** All of them. */
    @Schema(name = "RecusalList")
    record RecusalList(List<RecusalView> items) {}
}
