package fr.parchemin.session.transition;

import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.session.examsession.SessionView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** The steps of a session, one verb each. */
@Path("/v1/sessions/{sessionId}")
@Tag(name = "Sessions")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@Produces(MediaType.APPLICATION_JSON)
public class TransitionResource {

    private final DeclareSession declare;
    private final ReceiveKit kit;
    private final SummonSession summon;
    private final OpenSession open;
    private final CloseSession close;
    private final PutOffSession putOff;
    private final AnnulSession annul;

    TransitionResource(
            DeclareSession declare,
            ReceiveKit kit,
            SummonSession summon,
            OpenSession open,
            CloseSession close,
            PutOffSession putOff,
            AnnulSession annul) {
        this.declare = declare;
        this.kit = kit;
        this.summon = summon;
        this.open = open;
        this.close = close;
        this.putOff = putOff;
        this.annul = annul;
    }

    @POST
    @Path("/declaration")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "declareSession",
            summary = "Declare the session to the authority",
            description =
                    "DRAFT or POSTPONED → DECLARED: type, certification, object and site are frozen, enrolments open. Refused unless the title is valid or in its year of grace (R8, R9), an approval covers every day (R32) and the plan is known (R78); less notice than R63 asks for warns. The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response declareSession(@PathParam("sessionId") UUID sessionId, @NotNull @Valid NothingRequest request) {
        return ok(declare.declare(sessionId));
    }

    @POST
    @Path("/assessment-kit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "receiveAssessmentKit",
            summary = "Record that the assessment kit has arrived",
            description =
                    "DECLARED → DTE_SENT: the assessment plan of that day is frozen (R15); the session needs its CERES number (R64). The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response receiveAssessmentKit(@PathParam("sessionId") UUID sessionId, @NotNull @Valid KitRequest request) {
        return ok(kit.receive(sessionId, request));
    }

    @POST
    @Path("/summons")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "summonSession",
            summary = "Summon candidates and jurors",
            description =
                    "DTE_SENT → CONVOKED: the list is closed. Every enrolment is eligible, the jury is complete and accredited, each candidate keeps two jurors (R44 to R57), the responsable is apart (R75), and the notice is one month for a title and 15 days for a block (R66) unless lateReason is recorded (R67). A refusal lists every broken rule. Not while the schedule is being solved (409). The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response summonSession(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(
                            description =
                                    "ETag of the session as you saw it: refused when jury, kit or dates changed since (optional).",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable
                    IfMatch ifMatch,
            @NotNull @Valid SummonsRequest request) {
        return ok(summon.summon(sessionId, request, ifMatch));
    }

    @POST
    @Path("/opening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "openSession",
            summary = "Open the session",
            description =
                    "CONVOKED → IN_PROGRESS on the first day: seals checked by the responsable and a candidate (R69), at least two jurors present (R49), the situations that the plan lets draw listed (R80). The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response openSession(@PathParam("sessionId") UUID sessionId, @NotNull @Valid OpeningRequest request) {
        return ok(open.open(sessionId, request));
    }

    @POST
    @Path("/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "closeSession",
            summary = "Close the session",
            description =
                    "Ends the examination once everybody's attendance is recorded: closedAt is set, the state stays IN_PROGRESS and then follows the record. The centre may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response closeSession(@PathParam("sessionId") UUID sessionId, @NotNull @Valid NothingRequest request) {
        return ok(close.close(sessionId));
    }

    @POST
    @Path("/postponement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "postponeSession",
            summary = "Postpone the session",
            description =
                    "DECLARED, DTE_SENT or CONVOKED → POSTPONED: the summons is void and the session is declared again with its new days. The centre and the authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response postponeSession(
            @PathParam("sessionId") UUID sessionId, @NotNull @Valid PostponementRequest request) {
        return ok(putOff.postpone(sessionId, request));
    }

    @POST
    @Path("/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "cancelSession",
            summary = "Cancel the session",
            description =
                    "Before it opens → CANCELLED: enrolments are released, no attempt is counted. The centre and the authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response cancelSession(@PathParam("sessionId") UUID sessionId, @NotNull @Valid CancellationRequest request) {
        return ok(putOff.cancel(sessionId, request));
    }

    @POST
    @Path("/resumption")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "resumeSession",
            summary = "Undo the cancellation",
            description =
                    "CANCELLED → the state before: session and enrolments are exactly as they were; who had withdrawn before stays withdrawn. The centre and the authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response resumeSession(@PathParam("sessionId") UUID sessionId, @NotNull @Valid ResumptionRequest request) {
        return ok(putOff.resume(sessionId, request));
    }

    @POST
    @Path("/annulment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "annulSession",
            summary = "Annul the session",
            description =
                    "IN_PROGRESS or any later state → ANNULLED by a reasoned decision (R120): what came of the session is undone, attempts are given back (R121). It cannot be undone. Only the authority may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The session, moved on.",
            headers = {@Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))},
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response annulSession(@PathParam("sessionId") UUID sessionId, @NotNull @Valid AnnulmentRequest request) {
        return ok(annul.annul(sessionId, request));
    }

    private static Response ok(SessionView view) {
        return Response.ok(view).tag(view.tag()).build();
    }
}
