package fr.parchemin.kit.test.sample;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.Correlation;
import fr.parchemin.kit.web.IfMatch;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DefaultValue;
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
import jakarta.ws.rs.core.UriBuilder;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {

    private final WriteSampleNote write;
    private final ReadSampleNote read;
    private final Caller caller;

    SampleResource(WriteSampleNote write, ReadSampleNote read, Caller caller) {
        this.write = write;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.CENTRE)
    @Operation(operationId = "createNote", summary = "Create a note", description = "By a centre.")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "409", description = "There is one of that name.")
    public Response create(@Valid SampleNoteRequest request) {
        SampleNoteView view = write.create(request);
        return Response.created(UriBuilder.fromPath("/v1/notes/{name}").build(view.name()))
                .entity(view)
                .build();
    }

    @GET
    @PermitAll
    @Operation(operationId = "listNotes", summary = "List notes", description = "Anyone.")
    public Page<SampleNoteView> list(
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return read.list(prefix, PageRequest.of(limit, cursor, "notes", prefix));
    }

    @GET
    @Path("{name}")
    @PermitAll
    @Operation(operationId = "readNote", summary = "Read a note", description = "Anyone.")
    public Response one(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        SampleNote note = read.byName(name);
        return IfNoneMatch.respond(ifNoneMatch, note.tag(), note::view);
    }

    @PUT
    @Path("{name}")
    @RolesAllowed(Roles.CENTRE)
    @Operation(operationId = "replaceNote", summary = "Replace a note", description = "By a centre.")
    public SampleNoteView replace(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch,
            @Valid SampleNoteRequest request) {
        return write.replace(name, request, ifMatch);
    }

    @GET
    @Path("by-id/{id}")
    @PermitAll
    @Operation(operationId = "readNoteById", summary = "Read a note", description = "Anyone.")
    public Map<String, Object> byId(@PathParam("id") UUID id) {
        return Map.of("id", id);
    }

    @GET
    @Path("caller")
    @RolesAllowed({Roles.CENTRE, Roles.OPERATOR})
    @Operation(operationId = "whoAmI", summary = "Who calls", description = "By a centre or an operator.")
    public Map<String, Object> caller() {
        return Map.of(
                "subject",
                caller.subject(),
                "client",
                caller.clientId(),
                "siret",
                caller.siret().orElse(""),
                "centre",
                caller.has(Roles.CENTRE),
                "trace",
                String.valueOf(Correlation.traceId()));
    }

    /** Fails in the way that is asked for. */
    @GET
    @Path("failure")
    @PermitAll
    @Operation(operationId = "fail", summary = "Fail", description = "Anyone.")
    public String fail(@QueryParam("how") String how) {
        switch (how) {
            case "error" -> throw new StackOverflowError("secret");
            case "taken" -> throw new IllegalStateException(new SQLException("duplicate key secret", "23505"));
            case "contention" -> throw new IllegalStateException(new SQLException("deadlock secret", "40P01"));
            case "database" -> throw new IllegalStateException(new SQLException("FATAL secret", "57P01"));
            case "full" -> throw new IllegalStateException(new SQLException("disk full secret", "53100"));
            case "date" -> throw new IllegalStateException(new DateTimeException("secret"));
            case "rules" ->
                throw ProblemException.rulesBroken(
                        List.of(Violation.ofRule("R1", "One."), Violation.ofRule("R2", "Two.")));
            case "busy" -> throw new ProblemException(CommonProblem.TOO_MANY_REQUESTS, "Slow down.");
            default -> throw new IllegalStateException("secret detail in class SampleResource");
        }
    }

    /** An endpoint that nobody thought about. */
    @GET
    @Path("forgotten")
    @Operation(hidden = true)
    public String forgotten() {
        return "secret";
    }
}
