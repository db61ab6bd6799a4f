package fr.parchemin.results.booklet;

import fr.parchemin.results.audit.NamesPeople;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.ObtainedBy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a candidate holds and what is missing, certification by certification (*livret de certification*, R104). */
@Schema(name = "Booklet")
public record BookletView(UUID candidateId, List<CertificationView> certifications) implements NamesPeople {

    @Override
    public Collection<UUID> people() {
        return List.of(candidateId);
    }

    /** One version of a title towards which the candidate holds or held something. */
    @Schema(name = "BookletCertification")
    public record CertificationView(
            String number,
            @Nullable String title,
            List<BlockView> blocks,

            @Schema(description = "The title, once awarded and while it stands.") @Nullable
            TitleView titleAward,

            @Schema(description = "Codes of the blocks not held yet.")
            List<String> missingBlocks,

            @Schema(description = "Every block is held and the final interview alone is missing (R99).")
            boolean finalInterviewPending,

            @Schema(
                    description =
                            "Last day on which the blocks add up to the title (R97, R10); null while no end of registration is known. The blocks themselves stay held (R95).",
                    examples = "2029-07-02")
            @Nullable
            LocalDate countsUntil,

            @Schema(description = "Whether that day is still to come.")
            boolean stillCounts,

            @Schema(description = "Complementary certificates (CCS) held.")
            List<ComplementView> complements,

            @Schema(description = "What was obtained and no longer counts, with the reason.")
            List<LapseView> lapses) {}

    /** One block held (R95: never lost by a later failure). */
    @Schema(name = "BookletBlock")
    public record BlockView(
            String code,
            String label,

            @Schema(
                    description =
                            "Number of the certificate (CCP); null for a block recognised or granted by decision.")
            @Nullable
            String awardNumber,

            LocalDate awardedOn,

            @Schema(description = "How it is held: by examination, by decision (R13), or by correspondence (R11).")
            Capital.By by,

            @Schema(description = "The version of the title under which it was obtained.", examples = "RNCP35313")
            String obtainedUnder,

            @Schema(
                    description =
                            "Version of the assessment plan under which it was judged; null without an examination.")
            @Nullable
            Integer planVersion,

            @Schema(description = "The blocks that correspond to it; empty for one held by itself.")
            List<String> from,

            @Schema(description = "Where the correspondence is written.") @Nullable
            String reference) {}

    /** The title held. */
    @Schema(name = "BookletTitle")
    public record TitleView(
            @Schema(description = "Number of the diploma; null for a title by decision.") @Nullable
            String awardNumber,

            LocalDate awardedOn,
            @Nullable ObtainedBy obtainedBy) {}

    /** A complementary certificate held. */
    @Schema(name = "BookletComplement")
    public record ComplementView(String code, @Nullable String awardNumber, LocalDate awardedOn) {}

    /** Something that was obtained and no longer counts. */
    @Schema(name = "BookletLapse")
    public record LapseView(
            Fact.Kind kind,

            @Schema(description = "Block or complementary certificate; null for the title.") @Nullable
            String code,

            LocalDate obtainedOn,
            Fact.Cause cause,
            String reason,
            LocalDate since) {}
}
