package fr.parchemin.session.juror;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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

/** Accreditations: one juror, one certification, one period, anywhere in the country. */
@Path("/v1/jurors/{jurorId}/accreditations")
@Tag(
        name = "Jurors",
        description = "Accreditations: one juror, one certification, one period, anywhere in the country.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
public class AccreditationResource {

    private final ReadJurors read;
    private final AccreditJuror write;

    AccreditationResource(ReadJurors read, AccreditJuror write) {
        this.read = read;
        this.write = write;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "createAccreditation",
            summary = "Accredit a juror",
            description =
                    "Three years in the trade, not left for more than five years (R45), within the validity of the certification (R47). Periods for one certification may not overlap (409). The authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = AccreditationView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response create(@PathParam("jurorId") UUID jurorId, @NotNull @Valid AccreditationRequest request) {
        AccreditationView created = write.accredit(jurorId, request);
        return Response.created(
                        URI.create("/v1/jurors/{jurorId}/accreditations".replace("{jurorId}", jurorId.toString()) + "/"
                                + created.id()))
                .tag(tag(created))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "listAccreditations",
            summary = "List the accreditations of a juror",
            description = "The authority and centres may call this: a centre checks them before it appoints.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first.",
            content = @Content(schema = @Schema(implementation = AccreditationPage.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Page<AccreditationView> list(
            @PathParam("jurorId") UUID jurorId,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.accreditations(jurorId, PageRequest.of(limit, cursor, "accreditations of a juror", jurorId));
    }

    @GET
    @Path("/{accreditationId}")
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(
            operationId = "getAccreditation",
            summary = "Read an accreditation",
            description = "The authority and centres may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The accreditation.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AccreditationView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response one(
            @PathParam("jurorId") UUID jurorId,
            @PathParam("accreditationId") UUID accreditationId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        AccreditationView found = read.accreditation(jurorId, accreditationId);
        return IfNoneMatch.respond(ifNoneMatch, tag(found), () -> found);
    }

    private static String tag(AccreditationView view) {
        return EntityTags.of("accreditation", view.id(), view.version());
    }

    /** A page of them. */
    @Schema(name = "AccreditationPage")
    record AccreditationPage(
            java.util.List<AccreditationView> items,
            @Nullable String next) {}
}
