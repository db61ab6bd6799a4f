package fr.parchemin.session.candidate;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Candidates of a centre or platform. */
@Path("/v1/candidates")
@Tag(name = "Candidates", description = "People who may sit examinations, with their civil identity.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Produces(MediaType.APPLICATION_JSON)
public class CandidateResource {

    private final RegisterCandidate write;
    private final ReadCandidates read;
    private final FindLikelyDuplicates duplicates;
    private final EraseCandidate erase;
    private final CorrectFrozenIdentity correct;

    CandidateResource(
            RegisterCandidate write,
            ReadCandidates read,
            FindLikelyDuplicates duplicates,
            EraseCandidate erase,
            CorrectFrozenIdentity correct) {
        this.write = write;
        this.read = read;
        this.duplicates = duplicates;
        this.erase = erase;
        this.correct = correct;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM})
    @Operation(
            operationId = "createCandidate",
            summary = "Record a candidate",
            description = "Identity as an official document has it: birth name distinct from the name used, all first"
                    + " names in order, place of birth by INSEE code (R26). The candidate belongs to your SIRET; an"
                    + " externalRef is unique among yours (409). Centres and platforms may call this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location names it.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response create(@NotNull @Valid CandidateRequest request) {
        return created(write.register(request));
    }

    @GET
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM, Roles.AUTHORITY})
    @Operation(
            operationId = "listCandidates",
            summary = "List candidates",
            description =
                    "A platform sees the candidates that it recorded or trained, a centre also those enrolled in its"
                            + " sessions, the authority all.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first.",
            content = @Content(schema = @Schema(implementation = CandidatePage.class)))
    public Page<CandidateView> list(
            @QueryParam("externalRef")
                    @Size(max = 100)
                    @Parameter(description = "Only the candidate with this reference.", example = "DEMO-1-ALPHA")
                    @Nullable
                    String externalRef,
            @QueryParam("limit") @Parameter(ref = "limit") @Nullable Integer limit,
            @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable String cursor) {
        return read.list(PageRequest.of(limit, cursor, "candidates", externalRef), externalRef);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM, Roles.AUTHORITY})
    @Operation(
            operationId = "getCandidate",
            summary = "Read a candidate",
            description =
                    "The platform or centre that recorded it, those that train or enrol it, and the authority; to others it does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "The candidate.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response one(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        CandidateView found = read.one(id);
        return IfNoneMatch.respond(ifNoneMatch, ReadCandidates.tag(found), () -> found);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM, Roles.AUTHORITY})
    @Operation(
            operationId = "eraseCandidate",
            summary = "Erase a candidate",
            description =
                    "For a person who asks to be forgotten, or a record made by mistake. Goes only while nothing rests on the"
                            + " identity: no enrolment, even withdrawn, no award, no ban, no fraud report (R134). The copies in the other services"
                            + " and in the topic of identities go with it; it cannot be undone. The centre or platform that"
                            + " recorded the candidate, and the authority.")
    @APIResponse(responseCode = "204", description = "Erased.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public void erase(@PathParam("id") UUID id) {
        erase.erase(id);
    }

    @POST
    @Path("/{id}/identity-versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AUTHORITY)
    @Operation(
            operationId = "addIdentityVersion",
            summary = "Correct the identity of a candidate by an act of the authority",
            description =
                    "Adds a version of the identity although it is frozen since the examination (R122), with the reason and the"
                            + " document that proves it (R123); the former versions stay. Give the whole identity: what is left out"
                            + " is empty afterwards; one that changes nothing is refused. Records and awards go on printing the"
                            + " version of the exam day until POST /v1/identity-corrections names this one. The authority may call"
                            + " this.")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Added; identityVersion is its number, Location names the candidate.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public Response addIdentityVersion(@PathParam("id") UUID id, @NotNull @Valid IdentityVersionRequest request) {
        return created(correct.correct(id, request));
    }

    @GET
    @Path("/{id}/likely-duplicates")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM, Roles.AUTHORITY})
    @Operation(
            operationId = "listLikelyDuplicates",
            summary = "List records that are likely the same person",
            description =
                    "Birth name, first names, birth date, sex and birth place are compared without accents, hyphens, particles"
                            + " and the like; one misspelt trait is forgiven. Records that you may not see are not shown: only"
                            + " that there are some. Nothing is merged. For a candidate that you may see: centres, platforms,"
                            + " the authority.")
    @APIResponse(
            responseCode = "200",
            description = "Those that you may see, and whether there are others.",
            content = @Content(schema = @Schema(implementation = DuplicatesView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public DuplicatesView likelyDuplicates(@PathParam("id") UUID id) {
        read.one(id);
        return duplicates.shown(id);
    }

    @GET
    @Path("/by-external-ref/{ref}")
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM})
    @Operation(
            operationId = "getCandidateByExternalRef",
            summary = "Read one of your candidates by your own reference",
            description = "Centres and platforms may call this for candidates that they recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The candidate.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response byExternalRef(
            @PathParam("ref") @Size(max = 100) String ref,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        CandidateView found = read.byExternalRef(ref);
        return IfNoneMatch.respond(ifNoneMatch, ReadCandidates.tag(found), () -> found);
    }

    @PUT
    @Path("/by-external-ref/{ref}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CENTRE, Roles.PLATFORM})
    @Operation(
            operationId = "putCandidateByExternalRef",
            summary = "Create or replace one of your candidates by your own reference",
            description = "Creates the candidate when you have none under this reference; otherwise replaces it, with"
                    + " If-Match. A changed name or birth datum is a new version of the identity; from the first exam day on"
                    + " it is refused (R122). Centres and platforms may call this.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced.",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = CandidateView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response put(
            @PathParam("ref") @Size(max = 100) String ref,
            @NotNull @Valid CandidateRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfMatch ifMatch) {
        RegisterCandidate.Recorded recorded = write.replace(ref, request, ifMatch);
        return recorded.created()
                ? created(recorded.view())
                : Response.ok(recorded.view())
                        .tag(ReadCandidates.tag(recorded.view()))
                        .build();
    }

    private static Response created(CandidateView view) {
        return Response.created(URI.create("/v1/candidates/" + view.id()))
                .tag(ReadCandidates.tag(view))
                .entity(view)
                .build();
    }

    /** A page of them. */
    @Schema(name = "CandidatePage")
    record CandidatePage(
            List<CandidateView> items, @Nullable String next) {}
}
