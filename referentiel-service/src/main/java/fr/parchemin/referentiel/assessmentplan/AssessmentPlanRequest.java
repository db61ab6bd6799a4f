package fr.parchemin.referentiel.assessmentplan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole plan, in the shape in which it is read: what was read can be changed and sent back. */
@Schema(
        name = "AssessmentPlanRequest",
        description =
                "The whole plan in the shape in which it is read; certification, version and changedAt may be left out.")
public record AssessmentPlanRequest(
        @Schema(description = "If given, the number in the path.", examples = "RNCP37722") @Nullable
        String certification,

        @Schema(description = "Ignored: If-Match says which version is replaced.") @Nullable
        Integer version,

        @NotEmpty @Size(max = 200) List<Plan.@NotNull @Valid Target> targets,

        @Size(max = 200) List<Plan.@NotNull @Valid DocumentCheck> documentChecks,

        @Size(max = 200) List<Plan.@NotNull @Valid SituationType> situationTypes,

        @Schema(description = "Complementary certificates of the title; none for most.") @Size(max = 50)
        List<Plan.@NotNull @Valid Complement> complements,

        @Schema(description = "How the title is reached by blocks, as published.") @Nullable @Size(max = 65536)
        String acquisitionText,

        @Schema(description = "Ignored.") @Nullable Instant changedAt) {

    public AssessmentPlanRequest {
        targets = Plan.listOf(targets);
        documentChecks = Plan.listOf(documentChecks);
        situationTypes = Plan.listOf(situationTypes);
        complements = Plan.listOf(complements);
    }

    Plan toPlan() {
        return new Plan(targets, documentChecks, situationTypes, complements, acquisitionText);
    }
}
