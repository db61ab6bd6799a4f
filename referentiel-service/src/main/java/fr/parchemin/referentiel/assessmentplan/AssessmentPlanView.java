package fr.parchemin.referentiel.assessmentplan;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assessment plan. */
@Schema(name = "AssessmentPlan", description = "How a certification is assessed.")
public record AssessmentPlanView(
        @Schema(examples = "RNCP37722") String certification,

        @Schema(description = "1 for the first plan; a session keeps the version it was declared with.", examples = "1")
        int version,

        List<Plan.Target> targets,
        List<Plan.DocumentCheck> documentChecks,
        List<Plan.SituationType> situationTypes,

        @Schema(description = "Complementary certificates (CCS) that whoever holds the title may add to it.")
        List<Plan.Complement> complements,

        @Schema(description = "How the title is reached by blocks, as published.") @Nullable
        String acquisitionText,

        Instant changedAt) {

    static AssessmentPlanView of(String certification, int version, Plan plan, Instant changedAt) {
        return new AssessmentPlanView(
                certification,
                version,
                plan.targets(),
                plan.documentChecks(),
                plan.situationTypes(),
                plan.complements(),
                plan.acquisitionText(),
                changedAt);
    }
}
