package fr.parchemin.results.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A table of figures. */
@Schema(name = "Statistics", description = "A table of figures.")
record FiguresView(
        @Schema(description = "What the items break down by, in this order.", examples = "[\"year\", \"route\"]")
        List<String> by,

        @Schema(description = "Every count shown to an analyst is a multiple of this (R130).", examples = "5")
        int minimumCell,

        @Schema(description = "Whether the figures are masked, which they are for analysts alone.")
        boolean masked,

        @Schema(description = "When results were last counted: everything validated by then is in.")
        Instant countedUntil,

        @Schema(description = "Of all that the filters let through; with blocks, summed over blocks.")
        Figures total,

        List<Item> items) {

    /** One line of the table. */
    @Schema(name = "StatisticsItem", description = "One line of the table; it has the codes that it is broken down by.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Nullable @Schema(examples = "RNCP37722") String certificationNumber,
            @Nullable @Schema(examples = "RNCP37722BC01") String blockCode,
            @Nullable @Schema(examples = "2026") Integer year,
            @Nullable @Schema(examples = "2026-03") String month,
            @Nullable @Schema(examples = "CONTINUING") String route,
            @Nullable @Schema(examples = "53") String region,
            @Nullable @Schema(examples = "98222438800016") String centreSiret,
            @Nullable @Schema(examples = "TITLE") String sessionType,

            @Schema(description = "For people, in French.", examples = "2026 · Formation continue")
            String label,

            Figures figures) {}

    /** Counts of results and what follows from them. */
    @Schema(name = "Figures", description = "Counts of results. All null where they are suppressed.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Figures(
            @Nullable @Schema(description = "Everybody named in a validated record.")
            Long enrolled,

            @Nullable
            @Schema(
                    description =
                            "Who was there: admitted, partial, failed and excluded (R129); one who is excluded was present before.")
            Long presented,

            @Nullable
            @Schema(description = "The title in a session titre, the block in any other, and for a block: obtained.")
            Long admitted,

            @Nullable @Schema(description = "Blocks of the title and not the title.")
            Long partial,

            @Nullable @Schema(description = "Nothing obtained, or all of it withdrawn since.")
            Long failed,

            @Nullable Long absent,

            @Nullable @Schema(description = "Excluded for fraud.")
            Long excluded,

            @Nullable
            @Schema(
                    description =
                            "admitted ÷ presented in whole percent, half up (R126, R129); null where nobody presented.",
                    examples = "78")
            Integer successRate,

            @Nullable @Schema(description = "From the last day of the session to the award; null without awards.")
            Days daysToAward,

            @Schema(
                    description =
                            "Whether they rest on nobody or too few to be shown, which of both is not told (R130).")
            boolean suppressed) {

        /** Figures of nobody. */
        static Figures none() {
            return new Figures(0L, 0L, 0L, 0L, 0L, 0L, 0L, null, null, false);
        }

        /** Figures of so few that not even whether there is anybody is told. */
        static Figures masked() {
            return new Figures(null, null, null, null, null, null, null, null, null, true);
        }
    }

    /** Days, by nearest rank. */
    @Schema(name = "DaysToAward")
    record Days(
            @Schema(description = "Half of the awards took so many days or fewer.", examples = "12")
            int median,

            @Schema(description = "Nine of ten took so many days or fewer.", examples = "31")
            int p90) {}
}
