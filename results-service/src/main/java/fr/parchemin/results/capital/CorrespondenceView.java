package fr.parchemin.results.capital;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of correspondence between two versions of a title (R11). */
@Schema(name = "Correspondence")
record CorrespondenceView(
        UUID id,
        String from,

        @Schema(description = "Codes of the blocks that are needed together; none for every block of the version.")
        List<String> fromBlocks,

        String to,

        @Schema(description = "Codes of the blocks recognised; none for every block of the version.")
        List<String> toBlocks,

        String reference,

        @Schema(description = "Day of the decision; null for a row of the register.") @Nullable
        LocalDate decidedOn,

        @Schema(description = "Whether the authority entered it here or the register declares it.")
        Source source,

        boolean revoked) {

    /** Where a row comes from. */
    enum Source {
        DECISION,
        REGISTER
    }

    static CorrespondenceView of(Fact.Correspondence row, boolean revoked) {
        return new CorrespondenceView(
                row.id(),
                row.from(),
                row.fromBlocks(),
                row.to(),
                row.toBlocks(),
                row.reference(),
                row.on(),
                Source.DECISION,
                revoked);
    }

    static CorrespondenceView declared(Fact.Correspondence row) {
        return new CorrespondenceView(
                row.id(),
                row.from(),
                row.fromBlocks(),
                row.to(),
                row.toBlocks(),
                row.reference(),
                null,
                Source.REGISTER,
                false);
    }
}
