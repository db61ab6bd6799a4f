package fr.parchemin.results.booklet;

import fr.parchemin.results.award.Award;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a candidate holds and what is missing, certification by certification (*livret de certification*, R104). */
@Schema(name = "Booklet")
public record BookletView(UUID candidateId, List<CertificationView> certifications) {

    /** One certification towards which the candidate holds something. */
    @Schema(name = "BookletCertification")
    public record CertificationView(
            String number,
            String title,
            List<BlockView> blocks,

            @Schema(description = "The title, once awarded.") @Nullable
            TitleView titleAward,

            @Schema(description = "Codes of the blocks not held yet.")
            List<String> missingBlocks,

            @Schema(description = "Every block is held and the final interview alone is missing (R99).")
            boolean finalInterviewPending) {}

    /** One block held (R95: never lost by a later failure). */
    @Schema(name = "BookletBlock")
    public record BlockView(String code, String label, String awardNumber, LocalDate awardedOn) {}

    /** The title held. */
    @Schema(name = "BookletTitle")
    public record TitleView(String awardNumber, LocalDate awardedOn, Award.@Nullable ObtainedBy obtainedBy) {}
}
