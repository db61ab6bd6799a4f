package fr.parchemin.session.approval;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An approval as callers see it. */
@Schema(name = "Approval", description = "One centre, one certification, one site, one period.")
record ApprovalView(
        UUID id,
        int version,
        UUID centreId,
        @Schema(examples = "RNCP37722") String certificationNumber,

        @Schema(description = "The complementary certificate (CCS) that it is for, null for the title.") @Nullable
        String complementCode,

        UUID siteId,
        LocalDate validFrom,
        LocalDate validTo,
        String decision,

        @Schema(description = "Last day of the first decision, when another one ended the approval earlier.") @Nullable
        LocalDate grantedTo,

        @Schema(description = "The decision that ended it earlier.") @Nullable
        String endDecision,

        @Nullable String endReason) {

    static ApprovalView of(CentreApproval a) {
        return new ApprovalView(
                a.id(),
                a.version(),
                a.centreId(),
                a.certificationNumber(),
                a.complementCode(),
                a.siteId(),
                a.validFrom(),
                a.validTo(),
                a.decision(),
                a.grantedTo(),
                a.endDecision(),
                a.endReason());
    }
}
