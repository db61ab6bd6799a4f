package fr.parchemin.results.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the declaration of one holder is. */
@Schema(name = "HolderDeclaration")
record HolderView(
        @Schema(description = "Also the idTechnique in every file.")
        UUID id,

        @Schema(examples = "PAR-2026-7K3MX9QD-F") String awardNumber,
        @Schema(examples = "RNCP37722") String certificationNumber,
        UUID candidateId,
        LocalDate awardedOn,

        @Schema(description = "Last day to declare it: three months after the award.")
        LocalDate dueOn,

        @Schema(description = "Whether that day is over and it is not taken in.")
        boolean overdue,

        Declaration.State state,

        @Schema(
                description =
                        "What keeps it from being declared or deleted, while it is SET_ASIDE or DELETION_REJECTED.")
        List<Declaration.Fault> faults,

        @Nullable @Schema(description = "What the Caisse des Dépôts said, when it was not taken in.")
        String message,

        Declaration.@Nullable Treatment treatment,

        @Nullable @Schema(description = "What supports a dispute, or how it was deleted by hand.")
        String evidence,

        @Schema(description = "How often it was put into a file.")
        int attempts,

        @Nullable @Schema(description = "The file that it is in.")
        UUID declarationId,

        @Nullable @Schema(description = "Why it was waived or has ended.")
        String reason,

        Instant changedAt,
        int version) {

    static HolderView of(Declaration d, LocalDate today) {
        return new HolderView(
                d.id(),
                d.awardNumber(),
                d.certificationNumber(),
                d.candidateId(),
                d.awardedOn(),
                d.dueOn(),
                Declaration.State.AWAITED.contains(d.state()) && d.dueOn().isBefore(today),
                d.state(),
                d.faults(),
                d.message(),
                d.treatment(),
                d.evidence(),
                d.attempts(),
                d.fluxId(),
                d.reason(),
                d.changedAt(),
                d.version());
    }
}
