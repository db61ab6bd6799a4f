package fr.parchemin.results.cohort;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/cohorts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Cohorts",
        description =
                "Figures for France Compétences per title and year of award (promotion): certified, by recognition of"
                        + " experience, and three rates of employment.")
@APIResponse(responseCode = "400", description = "Malformed request")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Role not allowed")
@APIResponse(responseCode = "404", description = "No title of that number was awarded in that year")
class CohortResource {

    /** Every revision of a year. */
    @Schema(name = "CohortRevisions")
    record Revisions(List<CohortRevisionView> items) {}

    private final ReadCohorts read;
    private final PublishCohort publish;

    CohortResource(ReadCohorts read, PublishCohort publish) {
        this.read = read;
        this.publish = publish;
    }

    @GET
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "listCohorts", summary = "Figures per title and year of award", description = """
                    By title, year and source: our own, counted from titles in force and surveys, beside what the register \
                    publishes; the two are never one series (R128). Rates of surveys that still take answers are shown with frozen \
                    false. Roles: certifier, authority, analyst.""")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<CohortView> list(
            @Parameter(example = "RNCP37722") @QueryParam("certificationNumber") @Nullable String certificationNumber,
            @Parameter(description = "Year of the awards.", example = "2022") @QueryParam("year") @Nullable
                    Integer year,
            @QueryParam("source") CohortView.@Nullable Source source,
            @QueryParam("state") CohortView.@Nullable State state,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return read.page(
                new CohortRepository.Filter(certificationNumber, year, source, state),
                true,
                PageRequest.of(limit, cursor, "cohorts", certificationNumber, year, source, state));
    }

    @GET
    @Path("/{certificationNumber}/{year}")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(operationId = "getCohort", summary = "Our own figures of one year", description = """
                    As its last revision left them once they are published. Roles: certifier, authority, analyst.""")
    @APIResponse(
            responseCode = "200",
            description = "As they are now",
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response get(
            @Parameter(example = "RNCP37722") @PathParam("certificationNumber") String certificationNumber,
            @Parameter(example = "2025") @PathParam("year") int year,
            @HeaderParam("If-None-Match") @Nullable IfNoneMatch ifNoneMatch) {
        CohortView view = read.own(certificationNumber, year);
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("cohort", view), () -> view);
    }

    @GET
    @Path("/{certificationNumber}/{year}/revisions")
    @RolesAllowed({Roles.CERTIFIER, Roles.AUTHORITY, Roles.ANALYST})
    @Operation(
            operationId = "listCohortRevisions",
            summary = "What was published, and what changed since",
            description = """
                    Revision 0 is what was published and stays. Every change after it, a title withdrawn or awarded late, a survey \
                    that ended, is one more with its day and reason. Empty before the publication. Roles: certifier, authority, \
                    analyst.""")
    @APIResponse(responseCode = "200", description = "All of them, the oldest first")
    public Revisions revisions(
            @Parameter(example = "RNCP37722") @PathParam("certificationNumber") String certificationNumber,
            @Parameter(example = "2025") @PathParam("year") int year) {
        return new Revisions(read.revisions(certificationNumber, year));
    }

    @POST
    @Path("/{certificationNumber}/{year}/publication")
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(operationId = "publishCohort", summary = "Publish the figures of a year", description = """
                    Once the year is over. They are frozen as they are; rates of surveys that still run are null and come as a \
                    revision when these are frozen. It cannot be undone. Roles: certifier.""")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "As they were published",
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    @APIResponse(responseCode = "409", description = "The year is not over, or it is published")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request")
    public CohortView publish(
            @Parameter(example = "RNCP37722") @PathParam("certificationNumber") String certificationNumber,
            @Parameter(example = "2025") @PathParam("year") int year) {
        return publish.publish(certificationNumber, year);
    }
}
