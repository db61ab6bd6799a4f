package fr.parchemin.session.printing;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Documents of a session to print. */
@Path("/v1/sessions/{sessionId}/documents")
@Tag(name = "Documents", description = "What candidates present, and what the centre prints.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class PrintResource {

    private static final String PDF = "application/pdf";

    private final PrintDocuments documents;

    PrintResource(PrintDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Path("/{type}")
    @Produces(PDF)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "printDocument",
            summary = "Print summons, attendance sheets or passages",
            description =
                    "In French, as PDF/A-3a that a screen reader can read. summons: one letter a candidate with place, date, time, events and what to bring (R66, R70), all in one file or one enrolmentId; each candidate's time is that of the first passage in the schedule, or time where it is given. attendance-sheet: a sheet for each event and day with those who pass that day, and one a day for the jury (R71). schedule: what each candidate passes, when, where and before whom. Durations have a candidate's extra time in them, never its reason. Without CERES number every page says PROJET (R64). The centre and the authority may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response print(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("type")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"summons", "attendance-sheet", "schedule"}))
                    DocumentType type,
            @QueryParam("enrolmentId") @Parameter(description = "One candidate only.") @Nullable UUID enrolmentId,
            @QueryParam("eventCode") @Parameter(description = "One event only.", example = "MSP") @Nullable
                    String eventCode,
            @QueryParam("day")
                    @Parameter(
                            description =
                                    "One day of the session only; for the summons the day of arrival, by default the first.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Nullable
                    LocalDate day,
            @QueryParam("time")
                    @Parameter(
                            description =
                                    "When all candidates must be there, at the site: for the summons, instead of the times of the schedule.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "08:30")
                    @Nullable
                    LocalTime time) {
        byte[] file = documents.print(sessionId, type, new PrintDocuments.Wanted(enrolmentId, eventCode, day, time));
        return Response.ok(file)
                .type(PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + type.fileName() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
