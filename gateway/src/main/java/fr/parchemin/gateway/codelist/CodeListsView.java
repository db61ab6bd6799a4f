package fr.parchemin.gateway.codelist;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What lists there are.
 *
 * @param items the lists
 * @param links what is listed elsewhere
 */
@Schema(name = "CodeLists")
public record CodeListsView(
        List<Summary> items,

        @Schema(
                description = "What is listed elsewhere: the rules have parameters, and days from which these hold.",
                examples = "{\"rules\": \"/v1/rules\"}")
        Map<String, String> links) {

    /**
     * One list.
     *
     * @param name its name
     * @param title what it lists, in French
     * @param count how many codes it has
     * @param href where it is
     */
    @Schema(name = "CodeListSummary")
    public record Summary(
            @Schema(examples = "registers") String name,
            @Schema(examples = "Répertoires") String title,
            @Schema(examples = "2") int count,
            @Schema(examples = "/v1/code-lists/registers") String href) {}
}
