package fr.parchemin.referentiel.certification;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a certification comes from and what came after it. */
@Schema(
        name = "Lineage",
        description =
                "Predecessors, successors and corresponding blocks, as either side declares them, across RNCP and RS.")
public record LineageView(
        @Schema(examples = "RNCP37722") String certification,
        List<LinkView> predecessors,
        List<LinkView> successors,
        List<CorrespondenceView> correspondences) {

    /** Another certification that this one is linked to. */
    @Schema(name = "CertificationLink")
    public record LinkView(
            @Schema(examples = "RNCP35313") String number,

            @Schema(
                    description =
                            "null when it is not recorded here: registers name certifications that no export has.")
            @Nullable
            String title,

            @Schema(description = "Whether its sheet is recorded here.")
            boolean known,

            @Schema(description = "Steps from the certification asked for: 1 is a direct link.")
            int distance,

            @Schema(description = "Numbers of the certifications whose sheets declare the link: one side or both.")
            Set<String> declaredBy) {}

    /** Blocks that are worth others; an empty list stands for the whole certification. */
    @Schema(
            name = "BlockCorrespondence",
            description =
                    "Blocks of one certification that are worth blocks of another; an empty list stands for the whole.")
    public record CorrespondenceView(
            String from, List<String> fromBlocks, @Nullable String to, List<String> toBlocks) {}
}
