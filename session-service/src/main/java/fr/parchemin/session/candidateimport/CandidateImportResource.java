package fr.parchemin.session.candidateimport;

import fr.parchemin.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Candidates by the file. */
@Path("/v1/candidates/import")
@Tag(name = "Candidates")
@RolesAllowed({Roles.CENTRE, Roles.PLATFORM})
@APIResponse(responseCode = "400", ref = "InvalidRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class CandidateImportResource {

    private static final String CSV = "text/csv";

    private final ImportCandidates candidates;

    CandidateImportResource(ImportCandidates candidates) {
        this.candidates = candidates;
    }

    @POST
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importCandidates",
            summary = "Create and correct candidates by a file",
            description =
                    "Up to 10,000 rows, at most 8 MB, in UTF-8 or Windows-1252, with semicolons or commas; the header has the"
                            + " columns of the template, in French or by their names in the API, in any order. Every row needs an"
                            + " externalRef and is checked by the rules of POST /v1/candidates. A reference that you do not have"
                            + " yet is created, one that differs is changed, the rest is left alone; candidates absent from the"
                            + " file stay as they are, so the same file twice changes nothing. All or nothing, unless"
                            + " partial=true. Send it with: curl --data-binary @candidats.csv -H 'Content-Type: text/csv'."
                            + " Centres and platforms may call this.")
    @APIResponse(
            responseCode = "200",
            description = "What was recorded, row by row.",
            content = @Content(schema = @Schema(implementation = ImportReportView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "422", ref = "RuleBroken")
    public ImportReportView create(
            @NotNull
                    @RequestBody(
                            description = "The file.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = """
                                                    reference_externe;nom_naissance;nom_usage;prenoms;sexe;date_naissance;code_insee_naissance;lieu_naissance;pays_naissance;code_postal;courriel;siret_employeur
                                                    REF-001;FICTIF;;Alpha Marie;F;14/03/1996;35238;Rennes;FRA;35000;;
                                                    """))
                    byte[] file,
            @QueryParam("partial")
                    @DefaultValue("false")
                    @Parameter(description = "Record the rows that are right although others are refused.")
                    boolean partial,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Report only; nothing is recorded.")
                    boolean dryRun) {
        return candidates.take(file, partial, dryRun);
    }

    @GET
    @Path("/template")
    @Produces(CSV)
    @Operation(
            operationId = "getCandidateImportTemplate",
            summary = "Download the template of the file of candidates",
            description =
                    "A header with an example and remarks, ready for a spreadsheet. Lines that begin with # are remarks; the"
                            + " first one names the version of the template: keep it, and an outdated file is recognised."
                            + " Centres and platforms may call this.")
    @APIResponse(
            responseCode = "200",
            description = "The template.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response template() {
        return Response.ok(Template.TEXT)
                .type(CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"candidats.csv\"")
                .build();
    }
}
