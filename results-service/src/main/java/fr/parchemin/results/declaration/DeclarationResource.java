package fr.parchemin.results.declaration;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
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

@Path("/v1/declarations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Declarations",
        description = "Declaration of holders to the Caisse des Dépôts (accrochage), due three months after the award.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No such thing for you")
@APIResponse(responseCode = "409", description = "Not in a state for this")
@APIResponse(responseCode = "422", description = "A rule is broken; each is named")
class DeclarationResource {

    /** Which file. */
    record DeclarationRequest(
            @NotNull
            @Pattern(regexp = "(RNCP|RS)[0-9]+", message = "RNCP or RS and digits.")
            @Schema(examples = "RNCP37722")
            String certificationNumber,

            @Schema(
                    description =
                            "CREATION unless said otherwise. SUPPRESSION deletes what was taken in and has ended.")
            Flux.@Nullable Action action,

            @Nullable
            @Schema(
                    description =
                            "Whether to take those alone whose treatment is RESENT: rejected and corrected since. All that wait unless said otherwise.")
            Boolean resentOnly) {}

    /** The deposit of a file. */
    @Schema(examples = "{\"depositedAt\": \"2026-12-01T09:30:00Z\", \"reference\": \"Dépôt fictif 7\"}")
    record DepositRequest(
            @Nullable
            @Schema(
                    description = "When it was deposited; now unless said otherwise.",
                    examples = "2026-12-01T09:30:00Z")
            Instant depositedAt,

            @Nullable @Size(max = 200) @Schema(description = "What the portal calls it.")
            String reference,

            @Nullable
            @Schema(
                    description =
                            "Whether to record it although passages are out of date, since the file is on the portal already; what is taken in of them is deleted there by a later file.")
            Boolean outdated) {}

    /** Every receipt of a file. */
    @Schema(name = "DeclarationReceipts")
    record Receipts(List<ReceiptView> items) {}

    private final FollowFlux follow;
    private final ReadDeclarations read;

    DeclarationResource(FollowFlux follow, ReadDeclarations read) {
        this.follow = follow;
        this.read = read;
    }

    @POST
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "orderDeclaration", summary = "Build a file for the Caisse des Dépôts", description = """
                    Puts every declaration of one certification that is READY into one file, in the order of the awards, up to \
                    200,000 holders and 200 MB; what does not fit goes with the next. With resentOnly it takes those alone that were \
                    rejected and corrected since. Every holder is checked against the schema \
                    first; who fails is set aside and holds nobody up. The file is built after the answer: read it until it is \
                    BUILT, download it, deposit it on the portal and record the deposit. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "202",
            description = "Being built; Location says where to look",
            content = @Content(schema = @Schema(implementation = FluxView.class)))
    public Response order(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DeclarationRequest.class),
                                            examples = {
                                                @ExampleObject(name = "titles", value = """
                                                                    {"certificationNumber": "RNCP37722"}"""),
                                                @ExampleObject(name = "rejectedOnes", value = """
                                                                    {"certificationNumber": "RNCP37722", "resentOnly": true}""")
                                            }))
                    @NotNull
                    @Valid
                    DeclarationRequest request) {
        FluxView view = follow.order(
                request.certificationNumber(),
                request.action() == null ? Flux.Action.CREATION : request.action(),
                Boolean.TRUE.equals(request.resentOnly()));
        return Response.accepted(view)
                .location(URI.create("/v1/declarations/" + view.id()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY})
    @Operation(operationId = "listDeclarations", summary = "Files for the Caisse des Dépôts", description = """
                    The newest first. Roles: certifier, authority.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<FluxView> list(
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @QueryParam("state") Flux.@Nullable State state,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.files(
                certificationNumber, state, PageRequest.of(limit, cursor, "declarations", certificationNumber, state));
    }

    @GET
    @Path("/duties")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "getDeclarationDuties", summary = "What is due and what is overdue", description = """
                    How many declarations are in which state, how many are due in the next 30 days and how many are overdue. \
                    The holders themselves: GET /v1/declarations/holders?dueBy=. Roles: certifier, authority, analyst.""")
    @APIResponse(
            responseCode = "200",
            description = "As it is today",
            content = @Content(schema = @Schema(implementation = DutiesView.class)))
    public DutiesView duties() {
        return read.duties();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY})
    @Operation(operationId = "getDeclaration", summary = "One file and how far it is", description = """
                    Roles: certifier, authority.""")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = FluxView.class)))
    public FluxView get(@PathParam("id") UUID id) {
        return read.file(id);
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed(Roles.CERTIFIER)
    @Produces(MediaType.APPLICATION_XML)
    @Operation(operationId = "downloadDeclaration", summary = "The file itself", description = """
                    XML as the portal takes it, the same bytes at every download. It names people: every download is noted. \
                    Roles: certifier.""")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    public Response file(@PathParam("id") UUID id) {
        FluxView view = read.download(id);
        StreamingOutput content = out -> read.write(id, out);
        return Response.ok(content, MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + view.fileName() + '"')
                .header("ETag", '"' + view.sha256() + '"')
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}/passages")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY})
    @Operation(
            operationId = "listDeclarationPassages",
            summary = "Who is in a file, and what came of it",
            description = """
                    In the order of the file. The verdict is null until a receipt has one. Roles: certifier, authority.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<FluxRepository.Place> passages(
            @PathParam("id") UUID id,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.passages(id, PageRequest.of(limit, cursor, "passages", id));
    }

    @POST
    @Path("/{id}/deposit")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "depositDeclaration", summary = "Record that a file was deposited", description = """
                    After it was deposited on the portal by hand. 409 when titles in it ended or identities were corrected since it \
                    was built, with how many: give it up and order another one. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = FluxView.class)))
    public FluxView deposit(@PathParam("id") UUID id, @NotNull @Valid DepositRequest request) {
        return follow.deposit(id, request.depositedAt(), request.reference(), Boolean.TRUE.equals(request.outdated()));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "refuseDeclaration", summary = "Record that a file was refused as such", description = """
                    When the receipt of the deposit says so, and no receipt has a verdict on anybody in it. Everybody in it is READY \
                    for a new file. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = FluxView.class)))
    public FluxView refuse(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return follow.refuse(id, request.reason());
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(
            operationId = "releaseDeclaration",
            summary = "Set free whom the receipts of a file leave out",
            description = """
                    When the Caisse des Dépôts will say no more of them. Those without a verdict are READY for a new file, the \
                    deletions DELETION_READY, and the file is PROCESSED; a later receipt that names one of them is refused. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = FluxView.class)))
    public FluxView release(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ReasonRequest.class),
                                            examples = @ExampleObject(name = "leftOut", value = """
                                                                    {"reason": "Left out of the receipt; asked on 14 December 2026, no other one will come"}""")))
                    @NotNull
                    @Valid
                    ReasonRequest request) {
        return follow.release(id, request.reason());
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "discardDeclaration", summary = "Give up a file that was not deposited", description = """
                    Everybody in it is READY for another one. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = FluxView.class)))
    public FluxView discard(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return follow.discard(id, request.reason());
    }

    @POST
    @Path("/{id}/receipts")
    @Consumes(MediaType.APPLICATION_XML)
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(
            operationId = "receiveDeclarationReceipt",
            summary = "Take in a receipt of processing",
            description = """
                    The XML (rapport) that the Caisse des Dépôts answers a file with, as it came. Who was taken in is ACCEPTED and \
                    never sent again; who was not is REJECTED with its message. The same receipt a second time changes nothing; \
                    one that names nobody, or somebody who is not in this file, changes nothing either. Roles: certifier.""")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = FluxView.class)))
    public FluxView receive(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_XML,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "rejected", value = """
                                                                    <rapport><idFlux>019ab0c4-7e1c-7000-8000-000000000001</idFlux><PassagesKO><passage><idTechnique>019ab0c4-7e1c-7000-8000-000000000002</idTechnique><messageErreur>Plusieurs titulaires ont été identifiés</messageErreur></passage></PassagesKO></rapport>""")))
                    InputStream receipt) {
        return follow.receive(id, Receipt.read(receipt));
    }

    @GET
    @Path("/{id}/receipts")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY})
    @Operation(operationId = "listDeclarationReceipts", summary = "The receipts of a file", description = """
                    The oldest first. Roles: certifier, authority.""")
    @APIResponse(responseCode = "200", description = "All of them")
    public Receipts receipts(@PathParam("id") UUID id) {
        return new Receipts(read.receipts(id));
    }
}
