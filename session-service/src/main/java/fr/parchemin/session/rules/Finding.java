package fr.parchemin.session.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One fault that a rule found.
 *
 * @param rule number of the rule
 * @param message what is wrong and what would make it right
 */
@Schema(name = "RuleFinding", description = "A rule that is not kept.")
public record Finding(
        @Schema(description = "Number of the rule.", examples = "R63")
        String rule,

        @Schema(
                description = "What is wrong and what would make it right.",
                examples = "The session starts on 2026-11-23: declared less than P2M before.")
        String message) {

    /** The digits of the number, to list findings in the order of the rules. */
    @JsonIgnore
    public int order() {
        return Integer.parseInt(rule.substring(1));
    }
}
