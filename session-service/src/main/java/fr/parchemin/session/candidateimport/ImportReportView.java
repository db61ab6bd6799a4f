package fr.parchemin.session.candidateimport;

import fr.parchemin.session.candidate.DuplicatesView;
import fr.parchemin.session.candidate.RecordManyCandidates.Effect;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a file did, or would do. */
@Schema(name = "CandidateImportReport", description = "What the file did, or would do, row by row.")
record ImportReportView(
        int templateVersion,

        @Schema(examples = "windows-1252") String encoding,

        @Schema(examples = ";") String separator,
        boolean dryRun,

        @Schema(
                description =
                        "Whether anything was recorded: not in a dry run, and not when a row is refused without partial=true.")
        boolean recorded,

        Counts counts,

        @Schema(description = "Refusals by cause, the commonest first: thousands often have one.")
        List<Cause> causes,

        @Schema(description = "One for each row, in the order of the file.")
        List<Row> rows) {

    /** How many of each. */
    @Schema(name = "CandidateImportCounts")
    record Counts(int read, int created, int changed, int unchanged, int refused, int likelyDuplicates) {}

    /** A reason that some rows share. */
    @Schema(name = "CandidateImportCause")
    record Cause(
            @Schema(examples = "date_naissance") String column,
            String message,
            int rows,

            @Schema(description = "The first lines that have it.")
            List<Integer> lines) {}

    /** What became of a row. */
    @Schema(name = "CandidateImportRow")
    record Row(
            @Schema(description = "Line of the file, from 1.")
            int line,

            @Nullable String externalRef,
            Effect effect,

            @Nullable @Schema(description = "Null for one that is refused, and for a new one in a dry run.")
            UUID candidateId,

            @Schema(description = "Fields that differ from what was recorded.")
            List<String> changes,

            @Schema(description = "Why it is refused.") List<RowFault> faults,

            @Nullable
            @Schema(
                    description =
                            "Records that are likely the same person, also of this file; null when there is none.")
            DuplicatesView likelyDuplicates) {}
}
