package fr.parchemin.results.record;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the chain of signed records holds. */
@Schema(name = "RecordChain", description = "Whether any signed record was changed since.")
public record RecordChainView(
        boolean intact,

        @Schema(description = "Links looked at.") long records,

        @Schema(description = "Hash of the last link; note it elsewhere.", examples = "9f2c…")
        String head,

        @Schema(description = "The first link that does not hold; null when all do.") @Nullable
        Break firstBroken) {

    /** A link that does not hold, and why. */
    @Schema(name = "RecordChainBreak")
    public record Break(
            long position,
            @Nullable UUID recordId,

            @Schema(examples = "The content is not what was signed.")
            String reason) {}
}
