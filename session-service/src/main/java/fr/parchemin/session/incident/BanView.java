package fr.parchemin.session.incident;

import fr.parchemin.session.rules.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ban as callers see it. */
@Schema(name = "Ban", description = "Somebody may not sit, in any centre and for any title (R25).")
public record BanView(
        UUID id,
        UUID candidateId,
        String decision,
        LocalDate notifiedOn,
        LocalDate lastDay,
        @Nullable UUID fraudReportId,
        @Nullable LocalDate liftedOn,
        @Nullable String liftingReason,

        @Schema(description = "Rules that only warn, at the recording.")
        List<Finding> warnings) {

    static BanView of(ExamBan b, List<Finding> warnings) {
        return new BanView(
                b.id(),
                b.candidateId(),
                b.decision(),
                b.notifiedOn(),
                b.lastDay(),
                b.fraudReportId(),
                b.liftedOn(),
                b.liftingReason(),
                warnings);
    }
}
