package fr.parchemin.session.incident;

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

/** Incidents of a session. */
@Path("/v1/sessions/{sessionId}/incidents")
@Tag(name = "Incidents", description = "What disturbed a session, suspicions of fraud, and what follows from them.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {

    private final RecordIncident incidents;

    IncidentResource(RecordIncident incidents) {
        this.incidents = incidents;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "createIncident",
            summary = "Record an incident",
            description =
                    "From the opening of the session on, tied to a candidate and an event where it concerns one. What is said to the candidate, to the organisation and internally is kept apart. A suspicion of fraud is a fraud report instead. The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names the list.",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = IncidentView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(@PathParam("sessionId") UUID sessionId, @NotNull @Valid IncidentRequest request) {
        return Response.created(URI.create("/v1/sessions/" + sessionId + "/incidents"))
                .entity(incidents.record(sessionId, request))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.JUROR, Roles.AUTHORITY, Roles.PLATFORM})
    @Operation(
            operationId = "listIncidents",
            summary = "List the incidents of a session",
            description =
                    "The centre and the authority see all; the jury all but what is internal, a juror none about a candidate for whom they are recused; a platform those of its own candidates, without what is internal.")
    @APIResponse(
            responseCode = "200",
            description = "The first 500, oldest first.",
            content = @Content(schema = @Schema(implementation = IncidentList.class)))
    public IncidentList list(@PathParam("sessionId") UUID sessionId) {
        return new IncidentList(incidents.of(sessionId));
    }

    /** Them. */
    @Schema(name = "IncidentList")
    record IncidentList(List<IncidentView> items) {}
}
