package fr.parchemin.referentiel.assessmentplan;

import fr.parchemin.kit.problem.ProblemDetails;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The assessment plan of a certification: everyone reads it, its certifier writes it. */
@Path("/v1/certifications/{number}/assessment-plan")
@Tag(name = "Assessment plans", description = "Which events assess what, for how long and in which order.")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "The number is not one of RNCP or RS, or the request is malformed.")
@APIResponse(
        responseCode = "404",
        description = "No such certification is recorded here, or it has no plan, or never had that version.")
public class AssessmentPlanResource {

    private static final String NUMBER = "A number of RNCP or RS, such as RNCP37722.";

    private final ReadAssessmentPlan readPlan;
    private final ReplaceAssessmentPlan replacePlan;
    private final Caller caller;

    AssessmentPlanResource(ReadAssessmentPlan readPlan, ReplaceAssessmentPlan replacePlan, Caller caller) {
        this.readPlan = readPlan;
        this.replacePlan = replacePlan;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getAssessmentPlan",
            summary = "Read the assessment plan of a certification",
            description =
                    "Targets are the whole title and each block that can be sat alone. Parts add up to their event,"
                            + " events to their target. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The plan.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AssessmentPlanView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    public Response read(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @QueryParam("version")
                    @Parameter(description = "An earlier version; the one in force when absent.", example = "1")
                    @Min(1)
                    @Nullable
                    Integer version,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        AssessmentPlanView plan = readPlan.read(number, version);
        return IfNoneMatch.respond(ifNoneMatch, ReplaceAssessmentPlan.tagOf(plan), () -> plan);
    }

    @PUT
    @RolesAllowed(Roles.CERTIFIER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceAssessmentPlan",
            summary = "Replace the assessment plan of a certification",
            description =
                    "Puts a new version in force. Sessions declared before keep the version they were declared with. If-Match"
                            + " is required once there is a plan. The same plan sent again changes nothing. With competences"
                            + " the plan also says what the blocks consist of, one by one: a register that is imported has that"
                            + " as text. Role: certifier.")
    @APIResponse(
            responseCode = "200",
            description = "The new plan is in force.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AssessmentPlanView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The first plan is in force.",
            headers = {
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = AssessmentPlanView.class)))
    @APIResponse(responseCode = "401", description = "There is no valid token.")
    @APIResponse(responseCode = "403", description = "The token does not have the role certifier.")
    @APIResponse(responseCode = "409", description = "Somebody else replaced the plan at the same moment.")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the one in force.")
    @APIResponse(responseCode = "415", description = "The body is not application/json.")
    @APIResponse(
            responseCode = "422",
            description =
                    "The plan is not coherent; violations lists everything: durations (R78), order (R79), a competence both"
                            + " observed and proved by a document (R85), a competence that nothing assesses, unknown codes.",
            content =
                    @Content(
                            mediaType = ProblemDetails.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemDetails.class)))
    @APIResponse(responseCode = "428", description = "There is a plan already and If-Match is missing.")
    public Response replace(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(
                            description = "ETag of the plan that is replaced.",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable
                    IfMatch ifMatch,
            @NotNull @Valid AssessmentPlanRequest request,
            @Context UriInfo uri) {
        ReplaceAssessmentPlan.Replaced replaced = replacePlan.replace(number, request, ifMatch, caller.subject());
        Response.ResponseBuilder response = replaced.created() ? Response.created(uri.getRequestUri()) : Response.ok();
        return response.entity(replaced.plan())
                .tag(new EntityTag(ReplaceAssessmentPlan.tagOf(replaced.plan())))
                .build();
    }
}
