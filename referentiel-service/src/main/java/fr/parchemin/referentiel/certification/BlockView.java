package fr.parchemin.referentiel.certification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A block of competences. */
@Schema(
        name = "Block",
        description = "A block of competences: a coherent part of a certification that can be awarded alone.")
public record BlockView(
        @Schema(description = "Code of the register. Unique within the certification only.", examples = "RNCP37722BC01")
        String code,

        @Schema(examples = "Réguler par la médiation des situations de tension et de conflit") @Nullable
        String label,

        @Schema(description = "Single competences; empty where nobody has split the text yet.")
        List<CompetenceView> competences,

        @Schema(description = "The competences as the register publishes them: one text.") @Nullable
        String competencesText,

        @Schema(description = "How the block is assessed, as published.") @Nullable
        String assessmentText,

        @Schema(description = "What one must have before training for this block.") @Nullable
        String trainingPrerequisites,

        @Schema(description = "What one must have before this block is awarded.") @Nullable
        String certificationPrerequisites) {

    public BlockView {
        competences = List.copyOf(competences);
    }

    /** One competence. */
    @Schema(name = "Competence", description = "One competence of a block.")
    public record CompetenceView(
            @Schema(description = "Code given here by rank: the register has none.", examples = "RNCP37722BC02-C3")
            String code,

            @Schema(examples = "Apaiser les situations de conflit en temps réel")
            String label) {}
}
