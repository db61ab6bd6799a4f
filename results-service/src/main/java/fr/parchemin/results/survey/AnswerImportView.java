package fr.parchemin.results.survey;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a file of answers did, or would do. */
@Schema(name = "SurveyAnswerImportReport")
record AnswerImportView(
        boolean dryRun,

        @Schema(description = "Whether anything was recorded.")
        boolean recorded,

        Counts counts,

        @Schema(description = "One for each row, in the order of the file.")
        List<Row> rows) {

    /** What became of a row. */
    enum Effect {
        RECORDED,
        UNCHANGED,
        REFUSED
    }

    /** How many of each. */
    @Schema(name = "SurveyAnswerImportCounts")
    record Counts(int read, int recorded, int unchanged, int refused) {

        static Counts of(List<Row> rows) {
            return new Counts(
                    rows.size(), of(rows, Effect.RECORDED), of(rows, Effect.UNCHANGED), of(rows, Effect.REFUSED));
        }

        private static int of(List<Row> rows, Effect effect) {
            return (int) rows.stream().filter(r -> r.effect() == effect).count();
        }
    }

    /** A row. */
    @Schema(name = "SurveyAnswerImportRow")
    record Row(
            @Schema(description = "Line of the file, from 1.")
            int line,

            @Nullable UUID respondentId,
            Effect effect,
            @Schema(description = "Why it is refused.") List<String> faults) {}
}
