package fr.parchemin.results.statistics;

import fr.parchemin.kit.security.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Statistics",
        description =
                "Figures of results: candidates presented, admitted and so on, success by competence, days to the award.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
class StatisticsResource {

    private static final Duration QUIET = Duration.ofSeconds(15);

    private final ReadFigures figures;
    private final FollowMoves moves;
    private final RebuildFigures rebuild;

    StatisticsResource(ReadFigures figures, FollowMoves moves, RebuildFigures rebuild) {
        this.figures = figures;
        this.moves = moves;
        this.rebuild = rebuild;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FiguresCsv.MEDIA_TYPE})
    @RolesAllowed({Roles.ANALYST, Roles.AUTHORITY, Roles.CERTIFIER, Roles.CENTRE})
    @Operation(operationId = "getStatistics", summary = "Figures of results", description = """
                    How many candidates were enrolled, presented, admitted and so on, in total and broken down by one or two \
                    criteria. A result counts from the validation of its record on (R112), until a rectifying record takes its \
                    place or the session is annulled; what was withdrawn since counts as what is left of it: partial success \
                    while a block of the session stands, failure otherwise. Years and months are those of the last day of the \
                    session. By block, or with a filter on blocks, blocks are counted: presented and admitted to each. Authority \
                    and certifier see everything as it is, a centre its own sessions. An analyst sees rounded figures: every \
                    count is a multiple of minimumCell, in every table the same; a line that is left with nobody is not listed, \
                    and a total suppressed (R130). As CSV the lines of items, or the total. Roles: analyst, authority, certifier, centre.""")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FiguresView.class),
                        examples = @ExampleObject(name = "by year, exact", value = """
                                        {"by": ["year"], "minimumCell": 5, "masked": false, "countedUntil": "2026-11-28T14:00:00Z",
                                         "total": {"enrolled": 64, "presented": 60, "admitted": 45, "partial": 9, "failed": 6, "absent": 4, "excluded": 0, "successRate": 75, "daysToAward": {"median": 12, "p90": 31}, "suppressed": false},
                                         "items": [{"year": 2026, "label": "2026", "figures": {"enrolled": 64, "presented": 60, "admitted": 45, "partial": 9, "failed": 6, "absent": 4, "excluded": 0, "successRate": 75, "daysToAward": {"median": 12, "p90": 31}, "suppressed": false}}]}""")),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "by year", value = """
                                        year;label;enrolled;presented;admitted;partial;failed;absent;excluded;successRate;medianDaysToAward;p90DaysToAward;suppressed
                                        2026;2026;64;60;45;9;6;4;0;75;12;31;false"""))
            })
    @APIResponse(responseCode = "406", description = "Neither JSON nor CSV is accepted")
    public Response table(
            @QueryParam("by")
                    @Parameter(
                            description =
                                    "One or two of certification, block, year, month, route, region, centre, sessionType, separated by a comma.",
                            example = "year,route")
                    @Nullable
                    String by,
            @BeanParam FiguresFilter filter,
            @Context HttpHeaders headers) {
        FiguresView table = figures.table(by, filter);
        return csv(headers)
                ? Response.ok(FiguresCsv.of(table), FiguresCsv.MEDIA_TYPE).build()
                : Response.ok(table, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("/competences")
    @Produces({MediaType.APPLICATION_JSON, FiguresCsv.MEDIA_TYPE})
    @RolesAllowed({Roles.ANALYST, Roles.AUTHORITY, Roles.CERTIFIER, Roles.CENTRE})
    @Operation(operationId = "getCompetenceStatistics", summary = "Success by competence", description = """
                    For each competence how many were assessed on it and for how many the record validates it; the one that \
                    fails most comes first. Counted, confined and masked as the other figures are; who is excluded is not \
                    assessed. Roles: analyst, authority, certifier, centre.""")
    @APIResponse(
            responseCode = "200",
            description = "All competences",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CompetencesView.class)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "one", value = """
                                        certificationNumber;blockCode;code;label;assessed;acquired;successRate;suppressed
                                        RNCP37722;RNCP37722BC02;RNCP37722BC02-C3;Porter secours;60;41;68;false"""))
            })
    @APIResponse(responseCode = "406", description = "Neither JSON nor CSV is accepted")
    public Response competences(@BeanParam FiguresFilter filter, @Context HttpHeaders headers) {
        CompetencesView competences = figures.competences(filter);
        return csv(headers)
                ? Response.ok(FiguresCsv.of(competences), FiguresCsv.MEDIA_TYPE).build()
                : Response.ok(competences, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static boolean csv(HttpHeaders headers) {
        for (MediaType wanted : headers.getAcceptableMediaTypes()) {
            if (wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (wanted.isCompatible(MediaType.valueOf("text/csv"))) {
                return true;
            }
        }
        return false;
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.ANALYST, Roles.AUTHORITY, Roles.CERTIFIER, Roles.CENTRE})
    @Operation(operationId = "followStatistics", summary = "Learn when figures move", description = """
                    Server-sent events named `moved`, at most one a second: figures, the list of records or declarations are \
                    others than before, so what is shown of them is to be asked for again. They say that, and nothing of what. A \
                    comment every 15 seconds keeps the connection. Roles: analyst, authority, certifier, centre.""")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = FollowMoves.Moved.class),
                            examples = @ExampleObject(name = "a record was validated", value = """
                                            event: moved
                                            data: {"countedUntil":"2026-11-28T14:00:00Z","what":["figures","records"]}""")))
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        Multi<OutboundSseEvent> alive = Multi.createFrom()
                .ticks()
                .every(QUIET)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        Multi<OutboundSseEvent> moved = moves.moves().map(m -> sse.newEventBuilder()
                .name("moved")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(m)
                .build());
        return Multi.createBy().merging().streams(List.of(alive, moved));
    }

    @POST
    @Path("/rebuilds")
    @RolesAllowed({Roles.OPERATOR, Roles.CERTIFIER})
    @Operation(operationId = "rebuildStatistics", summary = "Count everything from the start", description = """
                    Counts all figures again from the records. They stay readable meanwhile, and nothing should be different \
                    afterwards: it is for whoever doubts it, and for figures lost with a disk. Roles: \
                    operator, certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "202",
            description = "Ordered; it is at Location",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    @APIResponse(responseCode = "409", description = "One is under way")
    public Response order() {
        RebuildView view = rebuild.order();
        return Response.accepted(view)
                .location(URI.create("/v1/statistics/rebuilds/" + view.id()))
                .build();
    }

    @GET
    @Path("/rebuilds/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.CERTIFIER})
    @Operation(
            operationId = "getStatisticsRebuild",
            summary = "How far a rebuild is",
            description = "Roles: operator, certifier.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    @APIResponse(responseCode = "404", description = "No such rebuild")
    public RebuildView rebuild(@PathParam("id") UUID id) {
        return rebuild.one(id);
    }
}
