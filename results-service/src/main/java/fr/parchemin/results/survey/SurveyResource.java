package fr.parchemin.results.survey;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Surveys",
        description =
                "What holders of a title do 6 months and 2 years after the award, and the rates of employment. Who"
                        + " asks them knows how to reach them: here are opaque ids and no contact details.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such survey, or nobody who is asked in it")
@APIResponse(responseCode = "409", description = "Not in a state for this: the rates are frozen, or cannot be yet")
@APIResponse(responseCode = "422", description = "A rule is broken, or rows are refused; each is named")
class SurveyResource {

    private static final String CSV = "text/csv";

    /** Who was reminded. */
    @Schema(name = "SurveyReminders", examples = "{\"respondentIds\": [\"019ab0c4-7e1c-7000-8000-000000000001\"]}")
    record RemindersRequest(@NotEmpty @Size(max = 10_000) List<@NotNull UUID> respondentIds) {}

    private final OpenSurvey open;
    private final ReadSurveys read;
    private final RecordAnswer answers;
    private final ImportAnswers imports;
    private final RecordReminders reminders;
    private final FreezeSurvey freeze;

    SurveyResource(
            OpenSurvey open,
            ReadSurveys read,
            RecordAnswer answers,
            ImportAnswers imports,
            RecordReminders reminders,
            FreezeSurvey freeze) {
        this.open = open;
        this.read = read;
        this.answers = answers;
        this.imports = imports;
        this.reminders = reminders;
        this.freeze = freeze;
    }

    @POST
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "openSurvey", summary = "Begin a survey", description = """
                    Asks everybody who holds the title of that year, each due 6 months (P6M) or 2 years (P24M) after the award \
                    (R124). One survey per title, year and wave. Titles awarded late join it and those withdrawn no longer count, \
                    until its rates are frozen. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Running; Location says where it is",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public Response open(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SurveyRequest.class),
                                            examples = @ExampleObject(name = "sixMonths", value = """
                                                                    {"certificationNumber": "RNCP37722", "year": 2025, "wave": "P6M"}""")))
                    @NotNull
                    @Valid
                    SurveyRequest request) {
        SurveyView view = open.open(request);
        return Response.created(URI.create("/v1/surveys/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "listSurveys", summary = "Surveys, the newest first", description = """
                    Roles: certifier, authority, analyst.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<SurveyView> list(
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @Parameter(description = "Year of the awards.", example = "2025") @QueryParam("year") @Nullable
                    Integer year,
            @QueryParam("wave") @Nullable Wave wave,
            @QueryParam("state") Survey.@Nullable State state,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(
                certificationNumber,
                year,
                wave,
                state,
                PageRequest.of(limit, cursor, "surveys", certificationNumber, year, wave, state));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "getSurvey", summary = "One survey and how far it is", description = """
                    How many are asked, have answered, are due and are to be reminded. Roles: certifier, authority, analyst.""")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public Response get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable IfNoneMatch ifNoneMatch) {
        SurveyView view = read.one(id);
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("survey", view), () -> view);
    }

    @GET
    @Path("/{id}/respondents")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(
            operationId = "listSurveyRespondents",
            summary = "Who is due when, and who is to be reminded",
            description = """
                    Who is due first before the others, by an id of this survey alone, with the organisations that know the \
                    person. Empty once the rates are frozen: who was asked is erased with what they answered. Roles: certifier.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<RespondentView> respondents(
            @PathParam("id") UUID id,
            @Parameter(description = "true: who answered; false: who did not.") @QueryParam("answered") @Nullable
                    Boolean answered,
            @Parameter(description = "Only those due on this day or before.", example = "2026-07-31")
                    @QueryParam("dueBy")
                    @Nullable
                    LocalDate dueBy,
            @Parameter(
                            description =
                                    "true: who has not answered and is to be reminded today (survey.reminders after the day).")
                    @QueryParam("reminderDue")
                    @Nullable
                    Boolean reminderDue,
            @Parameter(description = "Only those whom this organisation entered.", example = "35600000000048")
                    @QueryParam("enteredBySiret")
                    @Nullable
                    String enteredBySiret,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.respondents(
                id,
                new RespondentRepository.Filter(answered, dueBy, reminderDue, enteredBySiret),
                PageRequest.of(limit, cursor, "respondents", id, answered, dueBy, reminderDue, enteredBySiret));
    }

    @POST
    @Path("/{id}/reminders")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "recordSurveyReminders", summary = "Record who was reminded", description = """
                    After the reminders went out, which is not done here. Counted for those of the list for whom one is due, so \
                    that the same list twice counts once. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = SurveyView.class)))
    public SurveyView remind(@PathParam("id") UUID id, @NotNull @Valid RemindersRequest request) {
        return reminders.record(id, request.respondentIds());
    }

    @GET
    @Path("/{id}/answers/{respondentId}")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "getSurveyAnswer", summary = "The answer of one person", description = """
                    With the ETag that a correction needs. Roles: certifier.""")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = AnswerView.class)))
    public Response answer(
            @PathParam("id") UUID id,
            @PathParam("respondentId") UUID respondentId,
            @HeaderParam("If-None-Match") @Nullable IfNoneMatch ifNoneMatch) {
        AnswerView view = read.answer(id, respondentId);
        return IfNoneMatch.respond(ifNoneMatch, RecordAnswer.tag(view), () -> view);
    }

    @PUT
    @Path("/{id}/answers/{respondentId}")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(
            operationId = "putSurveyAnswer",
            summary = "Record or correct the answer of one person",
            description = """
                    One answer per person. A correction needs the ETag of the answer before in If-Match; the same answer sent \
                    again changes nothing. Refused before the day from which the person is due (R124). Roles: certifier.""")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AnswerView.class)))
    @APIResponse(responseCode = "412", description = "You correct an answer that is no longer the one recorded")
    @APIResponse(responseCode = "428", description = "A correction without If-Match")
    public Response put(
            @PathParam("id") UUID id,
            @PathParam("respondentId") UUID respondentId,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AnswerRequest.class),
                                            examples = @ExampleObject(name = "targetJob", value = """
                                                                    {"situation": "TARGET_JOB", "answeredOn": "2026-07-03"}""")))
                    @NotNull
                    @Valid
                    AnswerRequest request) {
        AnswerView view = answers.record(id, respondentId, request, ifMatch);
        return Response.ok(view).tag(new EntityTag(RecordAnswer.tag(view))).build();
    }

    @POST
    @Path("/{id}/answers/import")
    @Consumes(CSV)
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "importSurveyAnswers", summary = "Record answers by a file", description = """
                    Up to 10,000 rows of UTF-8 with semicolons or commas, columns respondentId, situation and, if another day \
                    than today, answeredOn. Every row is checked before any is recorded; all or nothing, unless partial=true. The \
                    same file twice changes nothing; an answer that differs from the one recorded is refused, a correction is made \
                    one by one. Send it with: curl --data-binary @reponses.csv -H 'Content-Type: text/csv'. Roles: certifier.""")
    @APIResponse(
            responseCode = "200",
            description = "What was recorded, row by row",
            content = @Content(schema = @Schema(implementation = AnswerImportView.class)))
    @APIResponse(responseCode = "413", description = "More than 8 MB")
    @APIResponse(responseCode = "415", description = "No text/csv")
    public AnswerImportView take(
            @PathParam("id") UUID id,
            @NotNull
                    @RequestBody(
                            description = "The file.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = """
                                                    respondentId;situation;answeredOn
                                                    019ab0c4-7e1c-7000-8000-000000000001;TARGET_JOB;03/07/2026
                                                    """))
                    byte[] file,
            @Parameter(description = "Record the rows that are right although others are refused.")
                    @QueryParam("partial")
                    @DefaultValue("false")
                    boolean partial,
            @Parameter(description = "Report only; nothing is recorded.") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun) {
        return imports.take(id, file, partial, dryRun);
    }

    @GET
    @Path("/{id}/rates")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "getSurveyRates", summary = "The rates of a survey", description = """
                    By the formula of France compétences (R124 to R126): those in employment, or in the job aimed at, by those \
                    who answered, the neutralised left out of both. A whole percent, null where nobody is left to count, with \
                    numerator, denominator, cohort and response rate. Roles: certifier, authority, analyst.""")
    @APIResponse(
            responseCode = "200",
            description = "As the answers are now; final once FROZEN",
            content = @Content(schema = @Schema(implementation = RatesView.class)))
    public RatesView rates(@PathParam("id") UUID id) {
        return read.rates(id);
    }

    @POST
    @Path("/{id}/freeze")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "freezeSurvey", summary = "Make the rates final and erase the answers", description = """
                    From the day on which the last holder of the year is due. The rates stay as they are; who was asked and what \
                    they answered is erased at once, and the erasure noted. It cannot be undone. Figures of that year that were \
                    published get a revision. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The final rates",
            content = @Content(schema = @Schema(implementation = RatesView.class)))
    public RatesView freeze(@PathParam("id") UUID id) {
        return freeze.freeze(id);
    }
}
