package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.identifier.Register;
import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.RawElement;
import fr.parchemin.referentiel.sheet.Sheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole sheet of a certification. */
@Schema(
        name = "Sheet",
        description =
                "What the register publishes about a certification. Texts are as published; null is what it does not say.")
public record SheetView(
        @Schema(examples = "RNCP37722") String number,
        Register register,

        @Schema(description = "Technical id of the register; it may change.") @Nullable
        Long sheetId,

        @Schema(examples = "Agent de médiation, information, services")
        String title,

        @Schema(description = "Kind of certification.") Sheet.@Nullable Coded abbreviation,

        @Schema(description = "State of the record in the register, in its words.", examples = "Publiée") @Nullable
        String state,

        @Schema(
                description =
                        "Whether the registration runs: what the register says, or where it says nothing, whether its last"
                                + " day is still to come. Awards may go on after its end.")
        boolean active,

        Sheet.@Nullable Level level,

        @Schema(examples = "Enregistrement de droit") @Nullable
        String registrationType,

        Sheet.Validity validity,
        @Schema(description = "Training specialties.") List<Sheet.Coded> nsf,
        @Schema(description = "Training themes.") List<Sheet.Coded> formacodes,
        @Schema(description = "Occupations.") List<Sheet.Coded> rome,
        @Schema(description = "Collective agreements.") List<Sheet.Coded> idcc,
        List<Sheet.Certifier> certifiers,
        @Nullable String objectives,
        @Nullable String activities,
        @Nullable String attestedCompetences,
        @Nullable String sectors,
        @Nullable String jobs,
        @Nullable String regulations,
        Sheet.Prerequisites prerequisites,
        List<BlockView> blocks,

        @Schema(description = "The ways to reach the certification that the register speaks of.")
        List<RouteView> accessRoutes,

        List<Sheet.Statistic> statistics,

        @Schema(description = "Numbers of the certifications that it replaces.", examples = "[\"RNCP35313\"]")
        List<String> predecessors,

        @Schema(description = "Numbers of the certifications that replace it.")
        List<String> successors,

        @Schema(description = "Correspondences that this record declares; those of the others are in its lineage.")
        List<Sheet.Correspondence> correspondences,

        @Schema(description = "Valid in New Caledonia.") @Nullable
        Boolean newCaledonia,

        @Schema(description = "Valid in French Polynesia.") @Nullable
        Boolean frenchPolynesia,

        SourceView source) {

    /** A way to reach the certification. */
    @Schema(name = "AccessRouteState", description = "A way to reach the certification, and the jury that it has.")
    public record RouteView(
            AccessRoute route,

            @Schema(description = "null when the register does not say.") @Nullable
            Boolean open,

            @Nullable String juryComposition,

            @Schema(description = "Last change of the route in the register.") @Nullable
            LocalDate changedOn) {}

    /** Where the sheet was read. */
    @Schema(name = "SheetSource", description = "Where the sheet was read.")
    public record SourceView(
            @Schema(examples = "SHIPPED_CATALOGUE") String feed,

            @Schema(description = "Format that the feed says it has.", examples = "4.1") @Nullable
            String version,

            @Schema(description = "Day of the export.") @Nullable
            LocalDate date,

            Instant importedAt,

            @Schema(description = "What the source says and no field above holds.")
            List<RawElement> otherFields) {}
}
