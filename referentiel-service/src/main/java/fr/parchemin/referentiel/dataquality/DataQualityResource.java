package fr.parchemin.referentiel.dataquality;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** What is odd in the registers, open to everyone. */
@Path("/v1/data-quality")
@Tag(name = "Certifications", description = "What is certified, as the national registers publish it.")
class DataQualityResource {

    private static final String NUMBER = "A number of RNCP or RS, such as RNCP37722.";

    private final ReadOddities oddities;

    DataQualityResource(ReadOddities oddities) {
        this.oddities = oddities;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listOddities",
            summary = "List what is odd in the registers",
            description = "Links that lead nowhere or only one way, records that left a register or contradict"
                    + " themselves, and what the last file of each register had in it that could not be taken as it was."
                    + " For whoever publishes the data, and whoever relies on them. Anyone may call this.")
    @APIResponse(
            responseCode = "200",
            description = "A page, by kind and number; the Link header with rel=next leads to the one after it.",
            content = @Content(schema = @Schema(implementation = OddityPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or malformed, or the cursor belongs to another list.")
    public Page<Oddity> list(
            @QueryParam("kind") @Parameter(description = "Of one kind.", example = "ONE_SIDED_LINK")
                    Oddity.@Nullable Kind kind,
            @QueryParam("number")
                    @Parameter(description = "Of one certification.", example = "RNCP37722")
                    @Pattern(regexp = CertificationNumber.ENTRY, message = NUMBER)
                    @Nullable
                    String number,
            @QueryParam("limit")
                    @Parameter(description = "Rows on a page, 1 to 500; 50 when absent.", example = "50")
                    @Nullable
                    Integer limit,
            @QueryParam("cursor") @Parameter(description = "The value of next on the page before.") @Nullable
                    String cursor) {
        return oddities.page(kind, number, PageRequest.of(limit, cursor, "oddities", kind, number));
    }

    /** Shape of the answer, for the description of the API. */
    @Schema(name = "OddityPage")
    record OddityPage(
            List<Oddity> items,

            @Schema(description = "Cursor of the page after this one; absent on the last.") @Nullable
            String next) {}
}
