package fr.parchemin.gateway.codelist;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Serves the codes of the API with their French words. */
@Path("/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Finding one's way")
public final class CodeListResource {

    private final CodeLists lists;

    CodeListResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listCodeLists",
            summary = "Which lists of codes there are",
            description =
                    "Access routes, outcomes, states, kinds of incidents, types of problems: every code of the API, in"
                            + " lists made from the code itself. The rules are listed at /v1/rules. Anyone.")
    @APIResponse(
            responseCode = "200",
            description = "The lists.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CodeListsView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version.")
    @APIResponse(responseCode = "400", description = "A parameter, where there is none.")
    public Response lists(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        List<CodeListsView.Summary> summaries = lists.all().values().stream()
                .map(list -> new CodeListsView.Summary(
                        list.name(), list.title(), list.items().size(), "/v1/code-lists/" + list.name()))
                .toList();
        return respond(ifNoneMatch, new CodeListsView(summaries, Map.of("rules", "/v1/rules")));
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "getCodeList",
            summary = "The codes of one list",
            description =
                    "Each code with its French label, in the order of the code that defines it. A list has no date of"
                            + " its own: it changes with a version of the system, and its ETag with it. New codes may come."
                            + " Anyone.")
    @APIResponse(
            responseCode = "200",
            description = "The list.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CodeListView.class)))
    @APIResponse(responseCode = "304", description = "You hold this version.")
    @APIResponse(responseCode = "400", description = "A parameter, where there is none.")
    @APIResponse(responseCode = "404", description = "No list of this name; the detail names those that there are.")
    public Response list(
            @Parameter(description = "One of the names at /v1/code-lists.", example = "registers") @PathParam("name")
                    String name,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable IfNoneMatch ifNoneMatch) {
        CodeListView list = lists.all().get(name);
        if (list == null) {
            throw new ProblemException(
                    CommonProblem.NOT_FOUND,
                    "There is no list of this name. There are: "
                            + String.join(", ", lists.all().keySet()) + ".");
        }
        return respond(ifNoneMatch, list);
    }

    /** The same for everybody, and to be asked for anew: with a version of the system come new codes. */
    private static Response respond(@Nullable IfNoneMatch ifNoneMatch, Object view) {
        return Response.fromResponse(IfNoneMatch.respond(ifNoneMatch, EntityTags.of(view), () -> view))
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .build();
    }
}
