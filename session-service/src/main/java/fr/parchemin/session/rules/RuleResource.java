package fr.parchemin.session.rules;

import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.web.EntityTags;
import fr.parchemin.kit.web.IfNoneMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rules in force. */
@Path("/v1/rules")
@Tag(name = "Rules", description = "The rules of the regulation that sessions keep, and how strictly.")
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class RuleResource {

    private final Instance<RuleSet> sets;
    private final RuleBook book;

    RuleResource(@Any Instance<RuleSet> sets, RuleBook book) {
        this.sets = sets;
        this.book = book;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.AUTHORITY,
        Roles.CENTRE,
        Roles.JUROR,
        Roles.PLATFORM,
        Roles.CERTIFIER,
        Roles.ANALYST,
        Roles.OPERATOR
    })
    @Operation(
            operationId = "listRules",
            summary = "List the rules in force",
            description =
                    "Every rule that this service keeps: its number (quoted in the violations of a refusal), text,"
                            + " source, certainty, mode and parameters in force today, and what is set to change on a"
                            + " later day. Anyone with a token may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The rules, by number.",
            content = @Content(schema = @Schema(implementation = Rules.class)))
    @APIResponse(responseCode = "304", description = "You hold this version already (If-None-Match).")
    public Response list(
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(schema = @Schema(type = SchemaType.STRING)) @Nullable
                    IfNoneMatch ifNoneMatch) {
        LocalDate today = book.today();
        List<RuleView> rules = sets.stream()
                .flatMap(s -> s.rules().stream())
                .map(Rule::sheet)
                .distinct()
                .sorted(Comparator.<RuleSheet>comparingInt(
                                s -> Integer.parseInt(s.number().substring(1)))
                        .thenComparing(RuleSheet::number))
                .map(s -> RuleView.of(s, book, today))
                .toList();
        return IfNoneMatch.respond(ifNoneMatch, EntityTags.of("rules", rules), () -> new Rules(rules));
    }

    /** All of them. */
    @Schema(name = "Rules")
    record Rules(List<RuleView> items) {}
}
