package fr.parchemin.results.audit;

import fr.parchemin.results.record.RecordChainView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether every chain holds. */
@Schema(name = "AuditProof", description = "Whether the trail and the signed records are as they were written.")
public record AuditProofView(boolean intact, List<ChainView> trails, RecordChainView records) {

    /** One of the trails. */
    @Schema(name = "AuditChainProof")
    public record ChainView(
            AuditChain chain,
            boolean intact,

            @Schema(description = "Entries looked at.") long entries,

            @Schema(description = "Entries not yet part of the chain: at most those of the last second or so.")
            long waiting,

            @Schema(description = "Hash of the last entry; note it elsewhere to find a chain cut off at its end.")
            String head,

            @Schema(description = "The first entry that does not hold; null when all do.") @Nullable
            Break firstBroken) {}

    /** An entry that does not hold, and why. */
    @Schema(name = "AuditBreak")
    public record Break(long position, @Nullable Long entryId, String reason) {}
}
