package fr.parchemin.referentiel.history;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What changed in a certification, and when. */
@Path("/v1/certifications/{number}/history")
@Tag(name = "Certifications")
class HistoryResource {

    private static final String NUMBER = "Number in the register: RNCP or RS and up to six digits.";

    private final ReadChanges changes;

    HistoryResource(ReadChanges changes) {
        this.changes = changes;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listCertificationChanges",
            summary = "Read what changed in a certification",
            description = "Every change that an import made, latest first: the day of the export, and each field before"
                    + " and after. A certification that never came by an import has none. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes.",
            content = @Content(schema = @Schema(implementation = ChangePage.class)))
    @APIResponse(
            responseCode = "400",
            description = "The number is not one of RNCP or RS, or a parameter is not known.")
    @APIResponse(responseCode = "404", description = "No such certification is recorded here.")
    public Page<ChangeView> list(
            @PathParam("number")
                    @Parameter(description = NUMBER, example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    String number,
            @Parameter(description = "Rows on a page, 1 to 500, 50 by default.") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor) {
        return changes.page(number, PageRequest.of(limit, cursor, "history", number));
    }

    /** A page of changes, for the description. */
    @Schema(name = "CertificationChangePage")
    record ChangePage(List<ChangeView> items, @Nullable String next) {}
}
