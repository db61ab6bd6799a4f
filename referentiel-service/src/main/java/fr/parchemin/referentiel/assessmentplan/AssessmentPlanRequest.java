package fr.parchemin.referentiel.assessmentplan;

import static java.util.stream.Collectors.toMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole plan, in the shape in which it is read: what was read can be changed and sent back. */
@Schema(
        name = "AssessmentPlanRequest",
        examples = """
                {"targets": [{"target": "RNCP37722BC03", "totalMinutes": 30, "events": [
                  {"code": "QP", "kind": "PRODUCTION_REVIEW", "label": "Présentation d'un projet réalisé en amont de la session",
                   "minutes": 30, "parts": [{"label": "Présentation", "minutes": 10}, {"label": "Questions", "minutes": 20}],
                   "competences": ["RNCP37722BC03-C1", "RNCP37722BC03-C2", "RNCP37722BC03-C3"],
                   "evidence": ["Production écrite"]}]}]}""",
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

        @Schema(
                description =
                        "Competences of the blocks one by one, where the register has them as running text; they take the"
                                + " place of all that were named before. Left out, those stay.")
        @Nullable
        @Size(max = 200)
        List<@NotNull @Valid BlockCompetences> competences,

        @Schema(description = "Ignored.") @Nullable Instant changedAt) {

    /** Competences of one block. */
    @Schema(
            name = "BlockCompetences",
            description = "The competences of one block, which take their codes from their order.")
    public record BlockCompetences(
            @NotBlank @Schema(description = "Code of the block.", examples = "RNCP37722BC01")
            String block,

            @NotEmpty
            @Size(max = 99)
            @Schema(
                    description = "Wording of each; the first becomes RNCP37722BC01-C1.",
                    examples = "[\"Sensibiliser au respect des règles\"]")
            List<@NotBlank @Size(max = 2000) String> labels) {}

    public AssessmentPlanRequest {
        targets = Plan.listOf(targets);
        documentChecks = Plan.listOf(documentChecks);
        situationTypes = Plan.listOf(situationTypes);
        complements = Plan.listOf(complements);
    }

    /** Wording of the competences by block, null when they stay as they are. */
    @Nullable
    Map<String, List<String>> labelsByBlock() {
        return competences == null
                ? null
                : competences.stream()
                        .collect(toMap(BlockCompetences::block, BlockCompetences::labels, (first, second) -> first));
    }

    Plan toPlan() {
        return new Plan(targets, documentChecks, situationTypes, complements, acquisitionText);
    }
}
