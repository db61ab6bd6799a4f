package fr.parchemin.results.record;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Records",
        description =
                "The record (procès-verbal) of a session: drafted, decided, signed, submitted, validated, notified.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such record or session for you")
@APIResponse(responseCode = "409", description = "The record is not in a state for this")
@APIResponse(responseCode = "422", description = "A rule forbids it; all broken rules are listed")
class RecordResource {

    /** Which session the record is of. */
    record DraftRequest(@NotNull UUID sessionId) {}

    /** Why the record is given back. */
    @Schema(examples = "{\"reason\": \"Annexe manquante\"}")
    record ReturnRequest(
            @NotBlank @Size(max = 4000) @Schema(description = "What is to be put right.")
            String reason) {}

    /** Why a record is to be corrected. */
    record RectificationRequest(
            @NotBlank
            @Size(max = 4000)
            @Schema(
                    description = "What is wrong and by which decision or request.",
                    examples = "Candidat confondu avec un homonyme, courrier fictif du 2 mars")
            String reason) {}

    private final ReadRecord read;
    private final RectifyRecord rectify;
    private final ChainRecords chain;
    private final DraftRecord draft;
    private final DecideOnCandidate decide;
    private final SignRecord sign;
    private final ForwardRecord forward;
    private final ValidateRecord validate;
    private final NotifyResults tell;

    RecordResource(
            ReadRecord read,
            RectifyRecord rectify,
            ChainRecords chain,
            DraftRecord draft,
            DecideOnCandidate decide,
            SignRecord sign,
            ForwardRecord forward,
            ValidateRecord validate,
            NotifyResults tell) {
        this.read = read;
        this.rectify = rectify;
        this.chain = chain;
        this.draft = draft;
        this.decide = decide;
        this.sign = sign;
        this.forward = forward;
        this.validate = validate;
        this.tell = tell;
    }

    /** A draft is computed, so its tag is one of all that it says: a corrected finding makes another one. */
    static String tag(RecordView view) {
        return EntityTags.of("record", view);
    }

    @POST
    @RolesAllowed({Roles.JUROR, Roles.CENTRE})
    @Operation(operationId = "draftRecord", summary = "Draw up the record of a session", description = """
                    After the closure of the exam: computes from the findings what is proposed for every candidate, with \
                    its reasons. Every required event of every present candidate needs a finding first; what is missing is \
                    listed. One record for a session. Roles: juror, centre.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Drawn up",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response draft(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DraftRequest.class),
                                            examples = @ExampleObject(name = "session", value = """
                                                                    {"sessionId": "019ab0c4-7e1c-7000-8000-000000000001"}""")))
                    @NotNull
                    @Valid
                    DraftRequest request) {
        RecordView view = draft.draft(request.sessionId());
        return Response.created(URI.create("/v1/records/" + view.id()))
                .tag(new EntityTag(tag(view)))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE})
    @Operation(operationId = "listRecords", summary = "Records on their way", description = """
                    What was submitted longest ago first, what is not yet submitted last: with state SUBMITTED, those that wait \
                    for the authority. It tells where each record is and nothing of what it decides. The authority sees all, a \
                    centre those of its sessions. Roles: authority, centre.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<RecordLineView> list(
            @Parameter(description = "Only in this state.", example = "SUBMITTED") @QueryParam("state")
                    SessionRecord.@Nullable State state,
            @Parameter(description = "Only of this certification.", example = "RNCP37722")
                    @QueryParam("certificationNumber")
                    @Nullable
                    String certificationNumber,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(
                state, certificationNumber, PageRequest.of(limit, cursor, "records", state, certificationNumber));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.JUROR, Roles.CENTRE, Roles.AUTHORITY})
    @Operation(operationId = "getRecord", summary = "Read a record", description = """
                    The facts of the session, the members of the jury, and for every candidate what the findings propose \
                    and what the jury decided. From the first signature on it is what was signed. Roles: juror, centre, \
                    authority.""")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable IfNoneMatch ifNoneMatch) {
        RecordView view = read.record(id);
        return IfNoneMatch.respond(ifNoneMatch, tag(view), () -> view);
    }

    @GET
    @Path("/chain")
    @RolesAllowed({Roles.AUTHORITY, Roles.OPERATOR})
    @Operation(
            operationId = "verifyRecordChain",
            summary = "Prove that no signed record was changed",
            description = """
                    Every record signed by all is a link of one chain: its hash covers the content, the signatures and the \
                    hash of the link before. This computes them all again and names the first link that does not hold. Note \
                    position and head elsewhere: a chain that was cut off at its end is found by comparing them. Roles: \
                    authority, operator.""")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = RecordChainView.class)))
    public RecordChainView chain() {
        return chain.verify();
    }

    @POST
    @Path("/{id}/rectification")
    @RolesAllowed({Roles.AUTHORITY, Roles.CENTRE, Roles.JUROR})
    @Operation(operationId = "rectifyRecord", summary = "Begin the record that corrects another one", description = """
                    A signed record never changes (R108). This draws up a new one of the same session that names it, with a \
                    reason; it carries the decisions of the old one over, findings and decisions can be corrected, and it is \
                    signed, submitted and validated like any other, under an order number of its own. From its validation on it \
                    is in the place of the old one, which is then RECTIFIED: what both say stands with its number, what it no \
                    longer says is withdrawn. A record that is validated is corrected on the decision of the authority alone; \
                    one that was returned, by jury or centre too. Roles: authority, centre, juror.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Drawn up",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response rectify(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = RectificationRequest.class),
                                            examples = @ExampleObject(name = "reason", value = """
                                                                    {"reason": "Certificat SST présenté et non relevé"}""")))
                    @NotNull
                    @Valid
                    RectificationRequest request) {
        RecordView view = rectify.rectify(id, request.reason());
        return Response.created(URI.create("/v1/records/" + view.id()))
                .tag(new EntityTag(tag(view)))
                .entity(view)
                .build();
    }

    @PUT
    @Path("/{id}/decisions/{enrolmentId}")
    @RolesAllowed(Roles.JUROR)
    @Operation(operationId = "decideOnCandidate", summary = "The jury's decision on one candidate", description = """
                    Where the jury departs from the proposal, or settles what its members saw differently. Refused with \
                    every broken rule: a block with a competence that no juror found acquired (R92) or whose document is \
                    missing (R86), the title without every block (R94, R98) and the final interview (R96), anything for \
                    somebody who was not there (R93), a recused juror (R55), one who was not present (R49). The first \
                    decision on a candidate needs no If-Match; one that replaces it needs the record's ETag there. Roles: \
                    juror.""")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    @APIResponse(responseCode = "412", description = "The record has changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    public Response decide(
            @PathParam("id") UUID id,
            @PathParam("enrolmentId") UUID enrolmentId,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DecisionRequest.class),
                                            examples = @ExampleObject(name = "two blocks, no title", value = """
                                                                    {"blocks": ["RNCP37722BC01", "RNCP37722BC03"], "grantTitle": false, "reasons": "Pas de certificat SST présenté"}""")))
                    @NotNull
                    @Valid
                    DecisionRequest request) {
        return ok(decide.decide(id, enrolmentId, request, ifMatch));
    }

    @POST
    @Path("/{id}/signatures")
    @RolesAllowed(Roles.JUROR)
    @Operation(operationId = "signRecord", summary = "Sign a record", description = """
                    The calling member of the jury, present at the session, signs. The first signature fixes the content \
                    and its fingerprint, after all decisions were looked at again; when every member present has signed (R107), \
                    the record is SIGNED. At least two members must have been present (R49), and two for each candidate \
                    after the recusals (R56). Roles: juror.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response sign(@PathParam("id") UUID id) {
        return ok(sign.sign(id));
    }

    @POST
    @Path("/{id}/submission")
    @RolesAllowed(Roles.CENTRE)
    @Operation(
            operationId = "submitRecord",
            summary = "Send a signed record to the authority",
            description =
                    "The centre of the session sends the record, signed by all, to the authority (R109). Roles: centre.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response submit(@PathParam("id") UUID id) {
        return ok(forward.submit(id));
    }

    @POST
    @Path("/{id}/return")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "returnRecord",
            summary = "Give a record back",
            description =
                    "The authority gives a submitted record back with its reason. The signed record stays as it is. Roles: authority.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response giveBack(@PathParam("id") UUID id, @NotNull @Valid ReturnRequest request) {
        return ok(forward.giveBack(id, request.reason()));
    }

    @POST
    @Path("/{id}/validation")
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(operationId = "validateRecord", summary = "Validate a record", description = """
                    The authority makes the decisions of the jury effective: the record gets its order number (without \
                    gaps within a year), blocks and titles are awarded, and CompetenceValidated, BlockAwarded and \
                    TitleAwarded are told. All or nothing; refused when a title rests on a block withdrawn since the \
                    signatures (R98). Outside, nothing shows before the notification (R111). Roles: authority.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Validated",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response validate(@PathParam("id") UUID id) {
        return ok(validate.validate(id));
    }

    @POST
    @Path("/{id}/notification")
    @RolesAllowed({Roles.CENTRE, Roles.AUTHORITY})
    @Operation(
            operationId = "notifyResults",
            summary = "Notify the results of a validated record",
            description =
                    "From here on results, awards and booklets show to platforms, and awards can be verified by anyone. Roles: centre, authority.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "Notified",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response tell(@PathParam("id") UUID id) {
        return ok(tell.tell(id));
    }

    private static Response ok(RecordView view) {
        return Response.ok(view).tag(new EntityTag(tag(view))).build();
    }
}
