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

/** Fraud reports of a session. Access is restricted: neither the jury nor platforms see them. */
@Path("/v1/sessions/{sessionId}/fraud-reports")
@Tag(name = "Incidents")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class FraudReportResource {

    private final ReportFraud reports;

    FraudReportResource(ReportFraud reports) {
        this.reports = reports;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "createFraudReport",
            summary = "Report a suspicion of fraud",
            description =
                    "In writing, by the responsable de session, signed by a witness at least (R115). The candidate normally finishes the event and the jury decides nothing on the fraud (R119): attendance and findings go on as before, and the authority decides what follows (R116). Without a report nobody is EXCLUDED. The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names the list.",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = FraudReportView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(@PathParam("sessionId") UUID sessionId, @NotNull @Valid FraudReportRequest request) {
        return Response.created(URI.create("/v1/sessions/" + sessionId + "/fraud-reports"))
                .entity(reports.report(sessionId, request))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "listFraudReports",
            summary = "List the fraud reports of a session",
            description = "The centre and the authority may call this, nobody else.")
    @APIResponse(
            responseCode = "200",
            description = "The first 500, oldest first.",
            content = @Content(schema = @Schema(implementation = FraudReportList.class)))
    public FraudReportList list(@PathParam("sessionId") UUID sessionId) {
        return new FraudReportList(reports.of(sessionId));
    }

    /** Them. */
    @Schema(name = "FraudReportList")
    record FraudReportList(List<FraudReportView> items) {}
}
