package fr.parchemin.referentiel.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two certifications side by side. */
@Schema(name = "Comparison", description = "Two certifications side by side.")
record ComparisonView(
        @Schema(description = "The certification asked for: here.", examples = "RNCP37722")
        String certification,

        @Schema(description = "The one it is compared with: there.", examples = "RNCP35313")
        String with,

        @Schema(
                description =
                        "Blocks side by side: first what a register declares to correspond, then blocks with the same"
                                + " label, then those that only one of the two has.")
        List<BlockRow> blocks,

        @Schema(
                description =
                        "The other fields of the sheets that differ, by name. Of a list, only the elements that the other"
                                + " side has not.")
        List<FieldDifference> fields) {

    /** Why blocks stand side by side. */
    enum Link {
        DECLARED,
        SAME_LABEL,
        NONE
    }

    /** Blocks that correspond. */
    @Schema(
            name = "ComparedBlocks",
            description = "Blocks that correspond, one or more on each side; none on one side where nothing does.")
    record BlockRow(
            List<BlockName> here,
            List<BlockName> there,

            @Schema(
                    description =
                            "DECLARED: a register says that they correspond, which is what capitalisation goes by."
                                    + " SAME_LABEL: only their labels are the same, which gives no right. NONE: nothing corresponds.")
            Link link,

            @Schema(description = "Numbers of the certifications whose sheets declare it: one side or both.")
            Set<String> declaredBy,

            @Schema(
                    description =
                            "Competences of these blocks, the same label on one line; empty where nobody has split the published"
                                    + " texts.")
            List<CompetenceRow> competences) {}

    /** A block by its code. */
    @Schema(name = "BlockName")
    record BlockName(
            @Schema(examples = "RNCP37722BC01") String code,

            @Schema(description = "null when the sheet has no such block: correspondences may name blocks of before.")
            @Nullable
            String label) {}

    /** One competence on both sides. */
    @Schema(name = "ComparedCompetence")
    record CompetenceRow(
            @Schema(examples = "Apaiser les situations de conflit en temps réel")
            String label,

            @Schema(description = "Its code here, null when it is only there.", examples = "RNCP37722BC02-C3") @Nullable
            String here,

            @Schema(description = "Its code there, null when it is only here.") @Nullable
            String there) {}

    /** One field that differs. */
    @Schema(name = "FieldDifference")
    record FieldDifference(
            @Schema(examples = "validity.registrationEndsOn")
            String field,

            JsonNode here,
            JsonNode there) {}
}
