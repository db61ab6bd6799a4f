package fr.parchemin.gateway.codelist;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One code of a list.
 *
 * @param code as it stands in answers and requests
 * @param label what a person reads, in French
 * @param problem what else is the same in every answer, for a type of problem alone
 */
@Schema(name = "CodeListItem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeView(
        @Schema(
                description = "As it stands in answers and requests; of a problem, the last part of its type.",
                examples = "RNCP")
        String code,

        @Schema(
                description = "What a person reads, in French.",
                examples = "Répertoire national des certifications professionnelles")
        String label,

        @Schema(description = "Only in the list problem-types.") @Nullable
        Kind problem) {

    /**
     * What every answer with this type of problem says alike.
     *
     * @param type the URI in the answers
     * @param title the kind of problem in one sentence, in English as in the answers
     * @param status HTTP status
     * @param audience who can do something about it
     * @param retry when to send the same request again
     */
    @Schema(name = "ProblemType")
    public record Kind(
            @Schema(examples = "https://parchemin.fr/problems/rule-broken")
            String type,

            @Schema(examples = "The regulation does not allow this")
            String title,

            @Schema(examples = "422") int status,

            @Schema(description = "Who can do something about it: a code of problem-audiences.", examples = "DATA")
            String audience,

            @Schema(
                    description = "When to send the same request again: a code of problem-retries.",
                    examples = "after-fix")
            String retry) {}
}
